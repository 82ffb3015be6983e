import { readFile, writeFile } from 'node:fs/promises';

const read = async (file: string) => await readFile(file, 'utf8');
const upper = async (file: string) => (await readFile(file, 'utf8')).toUpperCase();
const store = { load: async (file: string) => ({ text: await readFile(file, 'utf8') }) };

class Loader {
  read = async (file: string) => (await readFile(file, 'utf8')).length;
  async all(...files: string[]) {
    return [await readFile(files[0]!, 'utf8'), ...files];
  }
}

export async function run() {
  await writeFile('x', 'text');
  const loader = new Loader();
  return [await read('x'), await upper('x'), await store.load('x'), await loader.read('x'), await loader.all('x', 'y')];
}
