import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export const items = Array.from({ length: 60 }, () => new URL(import.meta.url).pathname);
export const shape = { tasks: 60, wait: 0.05 };

// advise: concurrency blocking
export async function subject(paths) {
  const texts = [];
  for (const path of paths) texts.push(readFileSync(path, 'utf8').length);
  return texts;
}

export async function overlapped(paths) {
  return Promise.all(paths.map(async (path) => (await readFile(path, 'utf8')).length));
}

export async function job(path) {
  return readFileSync(path, 'utf8').length;
}
