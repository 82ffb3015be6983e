import { readFileSync } from 'node:fs';

function load(name) { // refused: used as a value
  return readFileSync(name, 'utf8');
}

export const loaders = [load];

export async function main() {
  return load('a');
}
