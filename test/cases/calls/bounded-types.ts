import fs from 'node:fs';

class Repository {
  read(name: string) {
    return fs.readFileSync(name, 'utf8');
  }
}

interface Named {
  name: string;
}

export async function first<T extends Repository>(repository: T) {
  return repository.read('a'); // expect: blocking-io node:fs.readFileSync
}

export class Service<R extends Repository, N extends Named> {
  constructor(
    private readonly repository: R,
    private readonly names: N[],
  ) {}

  async one() {
    return this.repository.read('b'); // expect: blocking-io node:fs.readFileSync
  }

  async other<R extends { read(name: string): string }>(repository: R) {
    return repository.read('c'); // ok: another R, of which only the shape is known
  }

  pick = async <T extends R>(repository: T) => repository.read('d'); // expect: blocking-io node:fs.readFileSync
}

export async function unbounded<T, U extends T, V extends Tree<V>>(a: T, b: U, c: V) {
  (a as { read(): void }).read(); // ok: nothing is known of it
  (b as U & { read(): void }).read();
  c.read();
}

interface Tree<T extends Tree<T>> {
  read(): T;
}
