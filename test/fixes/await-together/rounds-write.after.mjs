import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

async function save(folder, pages) {
  const items = [...pages];
  for (let start = 0; start < items.length; start += 10) {
    await Promise.all(
      items.slice(start, start + 10).map(async ({ name, text }) => {
        const file = path.join(folder, name);
        await writeFile(file, text);
      }),
    );
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
