import { readFileSync, writeFileSync } from 'node:fs';

function readFile(name: string): string {
  return `mine ${name}`;
}

export async function run() {
  writeFileSync('a', 'text');
  return [readFile('a'), readFileSync('a', 'utf8')];
}
