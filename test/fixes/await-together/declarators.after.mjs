import { readFile, stat } from 'node:fs/promises';

export async function run() {
  const [text, info, lengthResult, otherResult] = await Promise.all([
    readFile('harness.mjs', 'utf8'),
    // how large it is
    stat('harness.mjs'),
    readFile('harness.mjs'),
    stat('harness.mjs'),
  ]);
  let length = lengthResult.length,
    other = otherResult;
  length -= other.size;
  return [text.length === info.size, length];
}
