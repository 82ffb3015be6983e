import { readFileSync, writeFileSync } from 'node:fs';

function parse(name: string): string {
  return readFileSync(name, 'utf8').toUpperCase();
}

export async function run() {
  writeFileSync('a', 'text');
  return Promise.resolve('a')
    .then((name) => parse(name))
    .then((text) => text.length + readFileSync('a').length);
}
