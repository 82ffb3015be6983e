import { writeFile, readFile } from 'node:fs/promises';
import { each } from './each.mjs';

export async function run() {
  const texts = [];
  await each(['a', 'b'], async (name) => {
    await writeFile(name, name);
    texts.push(await readFile(name, 'utf8'));
  });
  return texts;
}
