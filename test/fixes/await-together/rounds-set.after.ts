import { readFile } from 'node:fs/promises';

export async function texts(files: ReadonlySet<string>) {
  const found: string[] = [];
  const items = [...files];
  for (let start = 0; start < items.length; start += 10) {
    const results = await Promise.all(
      items.slice(start, start + 10).map(async (file) => readFile(file, 'utf8')),
    );
    found.push(...results);
  }
  return found;
}

export async function sizes(files: ReadonlyMap<string, string>) {
  const found = new Map<string, number>();
  const items = [...files];
  for (let start = 0; start < items.length; start += 10) {
    const results = await Promise.all(
      items.slice(start, start + 10).map(async ([name, file]) => [name, await readFile(file, 'utf8')] as const),
    );
    for (const [name, text] of results) {
      found.set(name, text.length);
    }
  }
  return found;
}

export async function run(): Promise<unknown> {
  const file = import.meta.filename;
  const [found, textsResult] = await Promise.all([
    sizes(new Map([['b', file], ['a', file]])),
    texts(new Set([file])),
  ]);
  return [textsResult.length, [...found.keys()]];
}
