import { readFile } from 'node:fs/promises';

export async function load(items, start, results) {
  const found = { start, results };
  for (const item of items) {
    found[item] = await readFile(item, 'utf8');
  }
  return found;
}

export async function run() {
  return Object.keys(await load(['harness.mjs'], 1, 2));
}
