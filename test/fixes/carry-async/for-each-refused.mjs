import { readFileSync } from 'node:fs';

export async function load(names) {
  rounds: for (const part of names) if (part === '') continue rounds;
  names.forEach((name) => { // refused: synchronous callback
    for (const part of name) if (readFileSync(part).length > 0) return;
  });
  names.forEach(function (name) { // refused: synchronous callback
    this.text = readFileSync(name);
  }, {});
  return names.forEach((name) => readFileSync(name)); // refused: synchronous callback
}
