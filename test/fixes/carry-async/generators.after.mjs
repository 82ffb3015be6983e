import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

function* lines(name) { // refused: generator
  yield* readFileSync(name, 'utf8').split('\n');
}

async function* texts(...names) {
  for (const name of names) yield await readFile(name, 'utf8');
}

export async function run() {
  await writeFile('a', 'one\ntwo');
  const found = [...lines('a')];
  for await (const text of texts('a', 'a')) found.push(text);
  return found;
}
