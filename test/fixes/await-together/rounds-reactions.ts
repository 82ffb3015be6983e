import { readFile, unlink } from 'node:fs/promises';

export async function drop(paths: string[]): Promise<void> {
  for (const path of paths) await unlink(path).catch(() => {});
}

export async function parse(paths: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const path of paths) {
    found.push(await readFile(path, 'utf8').then((text) => JSON.parse(text)));
  }
  return found;
}
