import { readFile, writeFile, access } from 'node:fs/promises';

async function maybe(name: string): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) return Promise.resolve('');
  return readFile(name, 'utf8');
}

export async function run() {
  await writeFile('a', 'text');
  return [await maybe('a'), await maybe('b'), await Promise.all([maybe('a'), maybe('b')])];
}
