import { writeFile, readFile } from 'node:fs/promises';

const seen: string[] = [];

async function note(file: string, index: number): Promise<void> {
  seen.push(`${index}:${await readFile(file, 'utf8')}`);
}

export async function run(file?: string): Promise<string[]> {
  const files: string[] = ['a', file ?? 'b'];
  await writeFile('a', '1');
  await writeFile('b', '2');
  for (const [index, file2] of files.entries()) await note(file2, index);
  return seen;
}
