import { readFileSync } from 'node:fs';

let total = 0;
const cache = new Map<string, string>();

export async function count(file: string) {
  total += readFileSync(file).length;
  return total;
}

export async function cached(file: string) {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, 'utf8');
  cache.set(file, text);
  return text;
}
