import fs from 'node:fs';

export async function run() {
  fs.writeFileSync('a', 'text');
  return fs?.readFileSync('a', 'utf8');
}

export async function longer() {
  return fs?.readFileSync('a', 'utf8').trim(); // refused: optional chain
}
