import fs from 'node:fs';

export async function run() {
  await fs.promises.writeFile('a', 'text');
  return await fs.promises.readFile('a', 'utf8');
}
