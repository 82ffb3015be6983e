import fsp from 'node:fs/promises';

export async function run() {
  await fsp.writeFile('a', 'text');
  return (await fsp.readFile('a', 'utf8')) + (await fsp.stat('a')).size;
}
