import { writeFile, readFile } from 'node:fs/promises';

async function load(file) {
  load.count += 1;
  return await readFile(file, 'utf8');
}
load.count = 0;
load.seen = new Set();

export async function run() {
  await writeFile('a', 'text');
  load.seen.add(await load('a'));
  return [...load.seen, load.count];
}
