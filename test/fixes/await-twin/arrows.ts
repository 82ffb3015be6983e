import { readFileSync, writeFileSync } from 'node:fs';

const read = async (file: string) => readFileSync(file, 'utf8');
const upper = async (file: string) => readFileSync(file, 'utf8').toUpperCase();
const store = { load: async (file: string) => ({ text: readFileSync(file, 'utf8') }) };

class Loader {
  read = async (file: string) => readFileSync(file, 'utf8').length;
  async all(...files: string[]) {
    return [readFileSync(files[0]!, 'utf8'), ...files];
  }
}

export async function run() {
  writeFileSync('x', 'text');
  const loader = new Loader();
  return [await read('x'), await upper('x'), await store.load('x'), await loader.read('x'), await loader.all('x', 'y')];
}
