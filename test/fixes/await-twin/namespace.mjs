import * as fs from 'node:fs';
import fsDefault from 'fs';

export async function run() {
  fs.writeFileSync('a', '{"x":1}');
  const data = JSON.parse(fs.readFileSync('a', 'utf8'));
  const names = fsDefault.readdirSync('.').includes('a');
  return { data, names, exists: fs.existsSync('a'), not: !fs.existsSync('b') };
}
