import { readFile } from 'node:fs/promises';

export async function load(items, start, results) {
  const found = { start, results };
  const all = [...items];
  for (let from = 0; from < all.length; from += 10) {
    const results = await Promise.all(
      all.slice(from, from + 10).map(async (item) => [item, await readFile(item, 'utf8')]),
    );
    for (const [item, file] of results) {
      found[item] = file;
    }
  }
  return found;
}

export async function run() {
  return Object.keys(await load(['harness.mjs'], 1, 2));
}
