import { readFile } from 'node:fs/promises';

let total = 0;
const cache = new Map<string, string>();

export async function count(file: string) {
  total += (await readFile(file)).length;
  return total;
}

export async function cached(file: string) {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const text = await readFile(file, 'utf8');
  cache.set(file, text);
  return text;
}
