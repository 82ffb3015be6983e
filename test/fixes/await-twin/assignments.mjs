import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', '12');
  const found = { text: undefined };
  found.text ??= readFileSync('a', 'utf8');
  let size = 1;
  size += readFileSync('a').length;
  let [first, second = readFileSync('a', 'utf8')] = readFileSync('a', 'utf8').split('1');
  const { length } = readFileSync('a');
  let isThere;
  isThere ||= existsSync('a');
  isThere &&= !existsSync('b');
  [first, second] = [second, readFileSync('a', 'utf8')];
  return [found, size, first, second, length, isThere];
}
