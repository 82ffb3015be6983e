import { statSync } from 'node:fs';
import { writeFile, access, readFile } from 'node:fs/promises';

const load = async (file) => await readFile(file, 'utf8');
const isThere = async (file) => await access(file).then(() => true, () => false);

async function isEven(file, index) {
  return index % 2 === 0 && (await access(file).then(() => true, () => false));
}

function bySize(a, b) { // refused: synchronous callback
  return statSync(a).size - statSync(b).size;
}

export async function run() {
  await writeFile('a', 'one');
  await writeFile('b', 'two');
  const files = ['a', 'b', 'none'];
  const there = (await Promise.all(files.map(async (file) => ((await isThere(file)) ? [file] : [])))).flat();
  const texts = await Promise.all(there.map(load));
  const even = (await Promise.all(files.map(async (file2, index) => ((await isEven(file2, index)) ? [file2] : [])))).flat();
  const first = (await Promise.all(files.map(async (file) => ((await isThere(file)) ? [file] : [])))).flat()[0];
  const place = (await Promise.all(files.map(isThere))).findIndex(Boolean);
  return [there, texts, even, first, place, (await Promise.all(files.map(isThere))).some(Boolean), (await Promise.all(files.map(isThere))).every(Boolean)];
}

export async function sorted(files) {
  return files.sort(bySize);
}
