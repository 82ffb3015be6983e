import { readFile } from 'node:fs/promises';

const FILES = { harness: 'harness.mjs', own: 'rounds-object.mjs' };

export async function run() {
  const texts = {};
  const results = await Promise.all(
    Object.keys(FILES).map(async (name) => [name, await readFile(FILES[name], 'utf8')]),
  );
  for (const [name, file] of results) {
    texts[name] = file;
  }
  const sizes = {};
  const loaded = await Promise.all(
    Object.entries(FILES).map(async ([name, file]) => [name, await readFile(file, 'utf8')]),
  );
  for (const [name, text] of loaded) {
    if (text.length > 0) sizes[name] = true;
  }
  return [Object.keys(texts), sizes];
}
