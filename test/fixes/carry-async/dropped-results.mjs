import { lstatSync, readdirSync } from 'node:fs';

export async function list(folder) {
  const folders = [];
  const files = [];
  readdirSync(folder).filter(function (name) {
    if (name.startsWith('.')) return false;
    if (lstatSync(`${folder}/${name}`).isDirectory()) folders.push(name);
    else files.push(name);
  });
  return [folders, files];
}

export async function run() {
  const [, files] = await list('.');
  return files.includes('harness.mjs');
}
