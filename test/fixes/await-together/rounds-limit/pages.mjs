import { readFile } from 'node:fs/promises';

export async function texts(files) {
  const found = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    found.push(text.trim());
  }
  return found;
}

export async function warm(files) {
  for (const file of files) await readFile(file);
}

export async function run() {
  const files = Array.from({ length: 25 }, () => 'harness.mjs');
  await warm(files);
  return (await texts(files)).map((text) => text.length > 0);
}
