import { readdir, lstat } from 'node:fs/promises';

export async function list(folder) {
  const folders = [];
  const files = [];
  for (const name of await readdir(folder)) {
    if (name.startsWith('.')) continue;
    if ((await lstat(`${folder}/${name}`)).isDirectory()) folders.push(name);
    else files.push(name);
  }
  return [folders, files];
}

export async function run() {
  const [, files] = await list('.');
  return files.includes('harness.mjs');
}
