import { readFile, stat } from 'node:fs/promises';

export const load = async (file) => { const [text, info] = await Promise.all([readFile(file, 'utf8'), stat(file)]); return { text, info }; };

export async function run() {
  const { text, info } = await load('harness.mjs');
  return text.length === info.size;
}
