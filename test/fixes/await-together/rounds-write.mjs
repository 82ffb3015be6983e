import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

async function save(folder, pages) {
  for (const { name, text } of pages) {
    const file = path.join(folder, name);
    await writeFile(file, text);
  }
}

export async function run() {
  await mkdir('pages', { recursive: true });
  await save('pages', [
    { name: 'a.txt', text: 'a' },
    { name: 'b.txt', text: 'b' },
  ]);
  return (await readdir('pages')).sort();
}
