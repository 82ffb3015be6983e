import { readFile, writeFile } from 'node:fs/promises';

const both = async (name) => ({ text: await readFile(name, 'utf8'), size: (await readFile(name)).length });
const later = (name) => async () => await readFile(name, 'utf8');
const files = {
  load: async (name) => (await readFile(name, 'utf8')).toUpperCase(),
  async 'get it'(name) {
    return (await readFile(name, 'utf8')) + '!';
  },
};

export async function run() {
  await writeFile('a', 'text');
  return [await both('a'), await later('a')(), await files.load('a'), await files['get it']('a')];
}
