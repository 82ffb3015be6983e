import { readFile, stat } from 'node:fs/promises';

export async function run() {
  let text;
  let info;
  [text, info] = await Promise.all([
    readFile('harness.mjs', 'utf8'),
    stat('harness.mjs'),
  ]);
  return text.length === info.size;
}
