import { readFileSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', '1');
  writeFileSync('b', '22');
  return ['a', 'b'].reduce((sizes, name) => {
    return { ...sizes, [name]: readFileSync(name).length };
  }, {});
}
