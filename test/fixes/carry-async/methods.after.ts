import { writeFile, readFile } from 'node:fs/promises';

class Store {
  private readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }
  private path(name: string): string {
    return `${this.folder}/${name}`;
  }
  load(name: string): Promise<string>;
  load(name: string, fallback: string): Promise<string>;
  async load(name: string, fallback?: string): Promise<string> {
    return (await readFile(this.path(name), 'utf8')) || (fallback ?? '');
  }
  static async put(name: string): Promise<void> {
    await writeFile(name, 'text');
  }
  async ['both'](name: string) {
    return (await this.load(name)) + (await this.load(name, 'x'));
  }
}

export async function run() {
  await Store.put('a');
  const store = new Store('.');
  return [await store.load('a'), await store.both('a')];
}
