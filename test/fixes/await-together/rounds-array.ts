import { readFile } from 'node:fs/promises';

export async function texts(files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    found.push(text.trim());
  }
  return found;
}

export async function run(): Promise<boolean[]> {
  const files = Array.from({ length: 25 }, () => import.meta.filename);
  return (await texts(files)).map((text) => text.length > 0);
}
