import { readFile, stat } from 'node:fs/promises';

export async function run() {
  const [text, { size }] = await Promise.all([
    readFile('harness.mjs', 'utf8'),
    stat('harness.mjs'),
  ]);
  const lines = text.split('\n');
  const first = lines[1].trim();
  return [first, size === text.length];
}
