import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile, readFile } from 'node:fs/promises';

interface Store {
  get(key: string): string;
  getAsync(key: string): Promise<string>;
  set(key: string, value: string): void;
  setAsync(key: string, value: string): Promise<void>;
}

class FileStore implements Store {
  get(key: string): string {
    return readFileSync(key, 'utf8');
  }

  async getAsync(key: string): Promise<string> {
    return await readFile(key, 'utf8');
  }

  set(key: string, value: string): void {
    writeFileSync(key, value);
  }

  async setAsync(key: string, value: string): Promise<void> {
    await writeFile(key, value);
  }
}

const store: Store = new FileStore();

class Cache {
  readonly first: string;
  constructor(from: Store) {
    from.set('first', 'one');
    this.first = from.get('first');
  }
}

export async function run() {
  await mkdir('empty');
  await store.setAsync('a', 'text');
  const { first } = new Cache(store); // refused: constructor
  return [first, await store.getAsync('a')];
}
