import { writeFile, readFile } from 'node:fs/promises';

async function reader(folder) {
  const pathOf = (name) => `${folder}/${name}`;
  async function load(name) {
    return await readFile(pathOf(name), 'utf8');
  }
  async function both(first, second) {
    const one = await load(first);
    return one + (await load(second));
  }
  return await both('a', 'b');
}

export async function run() {
  await writeFile('a', '1');
  await writeFile('b', '2');
  return await reader('.');
}
