import { writeFile, readFile } from 'node:fs/promises';

export async function load(name: string): Promise<number[]> {
  return JSON.parse(await readFile(name, 'utf8')) as number[];
}

export async function save(name: string, data: readonly number[]): Promise<void> {
  await writeFile(name, JSON.stringify(data));
}
