import { readFile, readdir } from 'node:fs/promises';

async function names(folder) {
  return (await readdir(folder)).slice(0, 3);
}

async function lengthOf(file) {
  const text = await readFile(file, 'utf8');
  return text.length > 0;
}

export async function run() {
  const here = await names('.');
  const above = await names('..');
  const length = await lengthOf('harness.mjs');
  return [here.length > 0, above.length > 0, length];
}
