import { readFile, stat } from 'node:fs/promises';

export const load = async (file) => { const text = await readFile(file, 'utf8'); const info = await stat(file); return { text, info }; };

export async function run() {
  const { text, info } = await load('harness.mjs');
  return text.length === info.size;
}
