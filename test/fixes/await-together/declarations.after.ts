import { readFile, stat } from 'node:fs/promises';

export async function run(): Promise<unknown> {
  const [text, { size }, again] = await Promise.all([
    readFile('package.json', 'utf8').catch(() => '{}'),
    stat('.'),
    readFile(import.meta.filename, 'utf8'),
  ]);
  return [text.length > 0, size >= 0, again.length > 0];
}
