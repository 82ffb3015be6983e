import { writeFile, readFile } from 'node:fs/promises';

const store = {
  async load(name) {
    return await readFile(name, 'utf8');
  },
  async size(name) {
    return (await store.load(name)).length;
  },
  ['first']: async (name) => (await store.load(name))[0],
};

export async function run() {
  await writeFile('a', 'text');
  return [await store.size('a'), await store.first('a')];
}
