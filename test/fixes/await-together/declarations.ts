import { readFile, stat } from 'node:fs/promises';

export async function run(): Promise<unknown> {
  const text = await readFile('package.json', 'utf8').catch(() => '{}');
  const { size } = await stat('.');
  const again = await readFile(import.meta.filename, 'utf8');
  return [text.length > 0, size >= 0, again.length > 0];
}
