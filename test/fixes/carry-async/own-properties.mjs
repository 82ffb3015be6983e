import { readFileSync, writeFileSync } from 'node:fs';

function load(file) {
  load.count += 1;
  return readFileSync(file, 'utf8');
}
load.count = 0;
load.seen = new Set();

export async function run() {
  writeFileSync('a', 'text');
  load.seen.add(load('a'));
  return [...load.seen, load.count];
}
