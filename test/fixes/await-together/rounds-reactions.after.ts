import { readFile, unlink } from 'node:fs/promises';

export async function drop(paths: string[]): Promise<void> {
  for (let start = 0; start < paths.length; start += 10) {
    await Promise.all(
      paths.slice(start, start + 10).map(async (path) => unlink(path).catch(() => {})),
    );
  }
}

export async function parse(paths: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let start = 0; start < paths.length; start += 10) {
    const results = await Promise.all(
      paths.slice(start, start + 10).map(async (path) => readFile(path, 'utf8').then((text) => JSON.parse(text))),
    );
    found.push(...results);
  }
  return found;
}
