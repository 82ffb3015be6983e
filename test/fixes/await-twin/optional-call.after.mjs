import fs from 'node:fs';

export async function run() {
  await fs.promises.writeFile('a', 'text');
  return await fs?.promises.readFile('a', 'utf8');
}

export async function longer() {
  return fs?.readFileSync('a', 'utf8').trim(); // refused: optional chain
}
