import { readFileSync, writeFileSync } from 'node:fs';
import { each } from './each.mjs';

export async function run() {
  const texts = [];
  each(['a', 'b'], (name) => {
    writeFileSync(name, name);
    texts.push(readFileSync(name, 'utf8'));
  });
  return texts;
}
