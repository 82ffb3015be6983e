import fs, { readFileSync } from 'fs';
import * as path from 'path';

export async function run() {
  fs.writeFileSync('a', 'one');
  const names = fs.readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile());
  return [readFileSync(path.join('.', 'a'), 'utf8'), names.some(({ name }) => name === 'a')];
}
