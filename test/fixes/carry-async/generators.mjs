import { readFileSync, writeFileSync } from 'node:fs';

function* lines(name) { // refused: generator
  yield* readFileSync(name, 'utf8').split('\n');
}

async function* texts(...names) {
  for (const name of names) yield readFileSync(name, 'utf8');
}

export async function run() {
  writeFileSync('a', 'one\ntwo');
  const found = [...lines('a')];
  for await (const text of texts('a', 'a')) found.push(text);
  return found;
}
