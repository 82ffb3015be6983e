import { readFile } from 'node:fs/promises';

export async function byItem(files) {
  const found = [];
  for (let i = 0; i < files.length; i++) {
    const file = files[i];
    const text = await readFile(file, 'utf8');
    found.push(text.length > 0);
  }
  return found;
}

export async function byIndex(files) {
  const found = [];
  for (let i = 0; i < files.length; i++) {
    const text = await readFile(files[i], 'utf8');
    found.push([i, text.length > 0]);
  }
  return found;
}

export async function byName(files) {
  const found = {};
  for (let i = 0, n = files.length; i < n; i += 1) {
    found[files[i]] = (await readFile(files[i], 'utf8')).length > 0;
  }
  return found;
}

export async function numbers() {
  const found = [];
  for (let i = 0; i < 3; i++) found.push((await readFile(`${['harness', 'rounds-counted', 'harness'][i]}.mjs`)).length > 0);
  return found;
}

export async function run() {
  const files = ['harness.mjs', 'rounds-counted.mjs'];
  return [await byItem(files), await byIndex(files), await byName(files), await numbers()];
}
