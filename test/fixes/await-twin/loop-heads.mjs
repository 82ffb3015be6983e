import { existsSync, readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', '1\n2');
  const found = [];
  for (const place in readFileSync('a', 'utf8').split('\n')) found.push(place);
  outer: for (const line of readFileSync('a', 'utf8').split('\n')) {
    for (let i = 0; i < readFileSync('a').length && i < 3; i++) {
      if (i > 1) continue outer;
      found.push(line + i);
    }
  }
  do {
    unlinkSync('a');
    found.push(readdirSync('.').includes('a'));
  } while (existsSync('a'));
  if (existsSync('a')) found.push('a');
  else if (existsSync('b')) found.push('b');
  else found.push('none');
  return found;
}
