import { readFile, stat } from 'node:fs/promises';

async function load(file) {
  try {
    const text = await readFile(file, 'utf8');
    const info = await stat(file);
    return text.length === info.size;
  } catch (error) {
    return error.code;
  }
}

export async function run() {
  return [await load('harness.mjs'), await load('missing')];
}
