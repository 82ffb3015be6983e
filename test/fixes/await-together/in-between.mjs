import { readFile, stat } from 'node:fs/promises';

export async function run() {
  const text = await readFile('harness.mjs', 'utf8');
  const lines = text.split('\n');
  const first = lines[1].trim();

  const { size } = await stat('harness.mjs');
  return [first, size === text.length];
}
