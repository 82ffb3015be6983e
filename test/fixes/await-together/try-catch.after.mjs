import { readFile, stat } from 'node:fs/promises';

async function load(file) {
  try {
    const [text, info] = await Promise.all([
      readFile(file, 'utf8'),
      stat(file),
    ]);
    return text.length === info.size;
  } catch (error) {
    return error.code;
  }
}

export async function run() {
  return await Promise.all([load('harness.mjs'), load('missing')]);
}
