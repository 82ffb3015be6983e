import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

function maybe(name: string): Promise<string> {
  if (!existsSync(name)) return Promise.resolve('');
  return readFile(name, 'utf8');
}

export async function run() {
  await writeFile('a', 'text');
  return [await maybe('a'), await maybe('b'), await Promise.all([maybe('a'), maybe('b')])];
}
