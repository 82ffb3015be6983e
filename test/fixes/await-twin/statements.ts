import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

export async function run() {
  const seen: string[] = [];
  mkdirSync('d', { recursive: true });
  writeFileSync('d/a', '1');
  writeFileSync('d/b', '2');
  for (const name of readdirSync('d')) {
    seen.push(name + readFileSync(`d/${name}`, 'utf8'));
  }
  for (let i = 0; i < readdirSync('d').length; i++) seen.push(`${i}`);
  let left = 3;
  while (existsSync('d/a') && left > 0) {
    left--;
    if (left === 1) rmSync('d/a');
  }
  switch (readFileSync('d/b', 'utf8')) {
    case '2':
      seen.push('two');
      break;
    default:
      seen.push('other');
  }
  do {
    left++;
  } while (!existsSync('d/b'));
  return { seen, left };
}
