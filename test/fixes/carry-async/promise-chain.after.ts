import { writeFile, readFile } from 'node:fs/promises';

async function parse(name: string): Promise<string> {
  return (await readFile(name, 'utf8')).toUpperCase();
}

export async function run() {
  await writeFile('a', 'text');
  return Promise.resolve('a')
    .then(async (name) => await parse(name))
    .then(async (text) => text.length + (await readFile('a')).length);
}
