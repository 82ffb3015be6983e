import * as fs from 'node:fs';
import fsDefault from 'fs';

export async function run() {
  await fs.promises.writeFile('a', '{"x":1}');
  const data = JSON.parse(await fs.promises.readFile('a', 'utf8'));
  const names = (await fsDefault.promises.readdir('.')).includes('a');
  return { data, names, exists: await fs.promises.access('a').then(() => true, () => false), not: !(await fs.promises.access('b').then(() => true, () => false)) };
}
