import { readFile, readdir, stat } from 'node:fs/promises';

let latest = '';

export async function load(folder: string, file: string) {
  const [names, latestResult, sizeResult] = await Promise.all([
    readdir(folder),
    readFile(file, 'utf8'),
    stat(file),
  ]);
  latest = latestResult;
  const size: number = sizeResult.size;
  return { names, size, length: latest.length };
}
