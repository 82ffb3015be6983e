import { readFile, readdir } from 'node:fs/promises';

export async function texts(files) {
  const found = [];
  for (const file of files) {
    found.push(await readFile(file, 'utf8'));
  }
  return found;
}

export async function run() {
  const files = (await readdir('.')).filter((name) => name.endsWith('.mjs')).sort();
  const all = await texts(files);
  return all.map((text) => text.length > 0);
}
