import { readFileSync, writeFileSync } from 'node:fs';

function load(name: string): string;
function load(name: string, asBytes: true): Buffer;
function load(name: string, asBytes = false): string | Buffer {
  const bytes = readFileSync(name);
  return asBytes ? bytes : bytes.toString();
}

interface Store {
  /** What is kept under a name. */
  get(name: string): string;
}

class FileStore implements Store {
  get(name: string): string {
    return readFileSync(name, 'utf8');
  }
}

export async function run(): Promise<number[]> {
  writeFileSync('a', 'text');
  const store = new FileStore();
  return [load('a').length, load('a', true).length, store.get('a').length];
}
