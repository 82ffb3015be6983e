import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const load = (file) => readFileSync(file, 'utf8');
const isThere = (file) => existsSync(file);

function isEven(file, index) {
  return index % 2 === 0 && existsSync(file);
}

function bySize(a, b) { // refused: synchronous callback
  return statSync(a).size - statSync(b).size;
}

export async function run() {
  writeFileSync('a', 'one');
  writeFileSync('b', 'two');
  const files = ['a', 'b', 'none'];
  const there = files.filter(isThere);
  const texts = there.map(load);
  const even = files.filter(isEven);
  const first = files.find(isThere);
  const place = files.findIndex(isThere);
  return [there, texts, even, first, place, files.some(isThere), files.every(isThere)];
}

export async function sorted(files) {
  return files.sort(bySize);
}
