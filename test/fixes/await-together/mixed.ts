import { readFile, readdir, stat } from 'node:fs/promises';

let latest = '';

export async function load(folder: string, file: string) {
  const names = await readdir(folder);
  latest = await readFile(file, 'utf8');
  const size: number = (await stat(file)).size;
  return { names, size, length: latest.length };
}
