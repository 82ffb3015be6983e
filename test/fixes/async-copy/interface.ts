import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

interface Store {
  get(key: string): string;
  set(key: string, value: string): void;
}

class FileStore implements Store {
  get(key: string): string {
    return readFileSync(key, 'utf8');
  }

  set(key: string, value: string): void {
    writeFileSync(key, value);
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
  mkdirSync('empty');
  store.set('a', 'text');
  const { first } = new Cache(store); // refused: constructor
  return [first, store.get('a')];
}
