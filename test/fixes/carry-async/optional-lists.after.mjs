import { readFileSync } from 'node:fs';
import { writeFile, readFile, readdir } from 'node:fs/promises';

export async function run() {
  await writeFile('a', 'one');
  const config = { files: process.argv.length > 0 ? ['a'] : undefined };
  const texts = await Promise.all(config.files?.map(async (file) => await readFile(file, 'utf8')) ?? []);
  const joined = config.files?.map((file) => readFileSync(file, 'utf8'))?.join() ?? ''; // refused: optional chain
  for (const name of await readdir('.')) {
    if (name === 'a') texts.push(await readFile(name, 'utf8'));
  }
  return [...texts, joined];
}
