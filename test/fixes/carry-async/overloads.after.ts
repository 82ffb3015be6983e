import { writeFile, readFile } from 'node:fs/promises';

function load(name: string): Promise<string>;
function load(name: string, asBytes: true): Promise<Buffer>;
async function load(name: string, asBytes = false): Promise<string | Buffer> {
  const bytes = await readFile(name);
  return asBytes ? bytes : bytes.toString();
}

interface Store {
  /** What is kept under a name. */
  get(name: string): Promise<string>;
}

class FileStore implements Store {
  async get(name: string): Promise<string> {
    return await readFile(name, 'utf8');
  }
}

export async function run(): Promise<number[]> {
  await writeFile('a', 'text');
  const store = new FileStore();
  return [(await load('a')).length, (await load('a', true)).length, (await store.get('a')).length];
}
