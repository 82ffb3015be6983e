import { readFile, stat } from 'node:fs/promises';

export async function run() {
  let text;
  let info;
  text = await readFile('harness.mjs', 'utf8');
  info = await stat('harness.mjs');
  return text.length === info.size;
}
