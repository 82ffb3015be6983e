import { readFileSync, writeFileSync } from 'node:fs';

const store = {
  load(name) {
    return readFileSync(name, 'utf8');
  },
  size(name) {
    return store.load(name).length;
  },
  ['first']: (name) => store.load(name)[0],
};

export async function run() {
  writeFileSync('a', 'text');
  return [store.size('a'), store.first('a')];
}
