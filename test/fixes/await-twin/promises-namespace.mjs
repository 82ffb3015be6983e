import fs from 'node:fs';
import fsp from 'node:fs/promises';

export async function run() {
  await fsp.writeFile('a', 'text');
  return fs.readFileSync('a', 'utf8') + fs.statSync('a').size;
}
