import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
export function load(name) {
  return readFileSync(name, 'utf8');
}

export async function loadAsync(name) {
  return await readFile(name, 'utf8');
}
