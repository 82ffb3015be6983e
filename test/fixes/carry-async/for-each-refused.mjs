import { readFileSync } from 'node:fs';

export async function load(names, map) {
  const found = new Map();
  found.set('a', 'b');
  found.forEach((name) => { // refused: synchronous callback
    readFileSync(name);
  });
  names.forEach((name) => { // refused: synchronous callback
    for (const part of name) if (readFileSync(part).length > 0) return;
  });
  names.forEach(function (name) { // refused: synchronous callback
    this.text = readFileSync(name);
  }, {});
}
