import { writeFile, readFile, stat, copyFile, readdir } from 'node:fs/promises';

export async function run() {
  await writeFile('a', 'b');
  await writeFile(await readFile('a', 'utf8'), String((await stat('a')).size));
  await copyFile('a', `${await readFile('a', 'utf8')}2`);
  return [await readFile(await readFile('a', 'utf8'), 'utf8'), (await readdir('.')).filter((name) => name.length < 3)];
}
