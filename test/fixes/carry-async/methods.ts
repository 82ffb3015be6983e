import { readFileSync, writeFileSync } from 'node:fs';

class Store {
  private readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }
  private path(name: string): string {
    return `${this.folder}/${name}`;
  }
  load(name: string): string;
  load(name: string, fallback: string): string;
  load(name: string, fallback?: string): string {
    return readFileSync(this.path(name), 'utf8') || (fallback ?? '');
  }
  static put(name: string): void {
    writeFileSync(name, 'text');
  }
  ['both'](name: string) {
    return this.load(name) + this.load(name, 'x');
  }
}

export async function run() {
  Store.put('a');
  const store = new Store('.');
  return [store.load('a'), store.both('a')];
}
