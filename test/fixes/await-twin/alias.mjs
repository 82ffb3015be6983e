import fs from 'node:fs';
const { readFileSync } = fs;
const read = fs.readFileSync;

export async function load() {
  return [
    readFileSync('a'), // refused: indirect call
    read('b'), // refused: indirect call
  ];
}
