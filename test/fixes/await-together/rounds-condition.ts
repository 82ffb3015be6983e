import { readFile } from 'node:fs/promises';

export async function existing(files: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    if (file === '') continue;
    try {
      const text = await readFile(file, 'utf8');
      if (text !== '') found.push(file);
    } catch {
      // It is not there.
    }
  }
  return found;
}

export async function filled(files: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    if (text === '') continue;
    found.push(text);
  }
  return found;
}

export async function run(): Promise<unknown> {
  const file = import.meta.filename;
  return [(await existing([file, '', 'missing', file])).length, (await filled([file])).length];
}
