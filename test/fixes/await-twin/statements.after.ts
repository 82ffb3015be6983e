import { mkdir, writeFile, readdir, readFile, access, rm } from 'node:fs/promises';

export async function run() {
  const seen: string[] = [];
  await mkdir('d', { recursive: true });
  await writeFile('d/a', '1');
  await writeFile('d/b', '2');
  for (const name of await readdir('d')) {
    seen.push(name + (await readFile(`d/${name}`, 'utf8')));
  }
  for (let i = 0; i < (await readdir('d')).length; i++) seen.push(`${i}`);
  let left = 3;
  while ((await access('d/a').then(() => true, () => false)) && left > 0) {
    left--;
    if (left === 1) await rm('d/a');
  }
  switch (await readFile('d/b', 'utf8')) {
    case '2':
      seen.push('two');
      break;
    default:
      seen.push('other');
  }
  do {
    left++;
  } while (!(await access('d/b').then(() => true, () => false)));
  return { seen, left };
}
