import fs, { readFileSync } from 'fs';
import { readFile } from 'fs/promises';
import * as path from 'path';

export async function run() {
  await fs.promises.writeFile('a', 'one');
  const names = (await fs.promises.readdir('.', { withFileTypes: true })).filter((entry) => entry.isFile());
  return [await readFile(path.join('.', 'a'), 'utf8'), names.some(({ name }) => name === 'a')];
}
