import fs from 'node:fs';

interface Store<T> {
  all(): T[];
}

class FileStore<T> implements Store<T> {
  all(): T[] {
    return JSON.parse(fs.readFileSync('store.json', 'utf8'));
  }
}

export class Service<T extends object> {
  private readonly stores: FileStore<T>[] = [];
  constructor(
    private readonly files: FileStore<T>,
    private readonly any: Store<T>,
    readonly late: Promise<FileStore<T>>,
  ) {}

  async list(): Promise<T[]> {
    this.any.all(); // expect: blocking-io@information node:fs.readFileSync
    (await this.late).all(); // expect: blocking-io node:fs.readFileSync
    return this.files.all(); // expect: blocking-io node:fs.readFileSync
  }

  async first(store: Readonly<FileStore<T>> | null) {
    return store?.all()[0] ?? this.stores[0]?.all(); // expect: blocking-io node:fs.readFileSync, blocking-io
  }
}

type Loader = (path: string) => string;
const load: Loader = (path) => fs.readFileSync(path, 'utf8');
export const use = async (other: Loader) => load('a') + other('b'); // expect: blocking-io node:fs.readFileSync
