import { readFile } from 'node:fs/promises';

export async function texts(files: ReadonlySet<string>) {
  const found: string[] = [];
  for (const file of files) found.push(await readFile(file, 'utf8'));
  return found;
}

export async function sizes(files: ReadonlyMap<string, string>) {
  const found = new Map<string, number>();
  for (const [name, file] of files) {
    const text = await readFile(file, 'utf8');
    found.set(name, text.length);
  }
  return found;
}

export async function run(): Promise<unknown> {
  const file = import.meta.filename;
  const found = await sizes(new Map([['b', file], ['a', file]]));
  return [(await texts(new Set([file]))).length, [...found.keys()]];
}
