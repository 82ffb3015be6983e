import { readFileSync, writeFileSync } from 'node:fs';

function reader(folder) {
  const pathOf = (name) => `${folder}/${name}`;
  function load(name) {
    return readFileSync(pathOf(name), 'utf8');
  }
  function both(first, second) {
    const one = load(first);
    return one + load(second);
  }
  return both('a', 'b');
}

export async function run() {
  writeFileSync('a', '1');
  writeFileSync('b', '2');
  return reader('.');
}
