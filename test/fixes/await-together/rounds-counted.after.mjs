import { readFile } from 'node:fs/promises';

export async function byItem(files) {
  const found = [];
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => {
        const text = await readFile(file, 'utf8');
        return text.length > 0;
      }),
    );
    found.push(...results);
  }
  return found;
}

export async function byIndex(files) {
  const found = [];
  const items = [...files.keys()];
  for (let start = 0; start < items.length; start += 10) {
    const results = await Promise.all(
      items.slice(start, start + 10).map(async (i) => {
        const text = await readFile(files[i], 'utf8');
        return [i, text.length > 0];
      }),
    );
    found.push(...results);
  }
  return found;
}

export async function byName(files) {
  const found = {};
  for (let start = 0; start < files.length; start += 10) {
    const results = await Promise.all(
      files.slice(start, start + 10).map(async (file) => [file, await readFile(file, 'utf8')]),
    );
    for (const [file, fileResult] of results) {
      found[file] = fileResult.length > 0;
    }
  }
  return found;
}

export async function numbers() {
  const found = await Promise.all(
    Array.from(Array(3).keys(), async (i) => (await readFile(`${['harness', 'rounds-counted', 'harness'][i]}.mjs`)).length > 0),
  );
  return found;
}

export async function run() {
  const files = ['harness.mjs', 'rounds-counted.mjs'];
  return await Promise.all([byItem(files), byIndex(files), byName(files), numbers()]);
}
