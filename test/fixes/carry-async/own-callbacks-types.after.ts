import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

type Make = (name: string) => number;

async function each<T>(list: readonly T[], visit: (item: T) => unknown): Promise<void> {
  for (const item of list) await visit(item);
}

async function total(names: readonly string[], size: (name: string) => number | Promise<number>): Promise<number> {
  let sum = 0;
  for (const name of names) {
    const one = await size(name);
    sum += one;
  }
  return sum;
}

async function collect<T, R>(list: readonly T[], make: (item: T) => R | Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (const item of list) found.push(await make(item));
  return found;
}

function declared(name: string, make: Make): number {
  return make(name);
}

async function handedOn(list: readonly string[], visit: (item: string) => unknown): Promise<void> {
  for (const item2 of list) await visit(item2);
}

class Steps {
  readonly done: number[] = [];
  async add(step: () => number | Promise<number>): Promise<this> {
    this.done.push(await step());
    return this;
  }
}

export async function run(): Promise<unknown> {
  await writeFile('a', '1');
  await writeFile('b', '22');
  const seen: string[] = [];
  await each(['a', 'b'], async (name) => {
    seen.push(await readFile(name, 'utf8'));
  });
  await each(seen, (text) => seen.at(text.length));
  const size = await total(['a', 'b'], async (name) => (await readFile(name)).length);
  const steps = new Steps();
  await steps.add(async () => (await readFile('a')).length);
  const texts = await collect(['a'], async (name) => await readFile(name, 'utf8'));
  await handedOn(texts, async (text) => {
    seen.push(await readFile(text === '1' ? 'b' : 'a', 'utf8'));
  });
  return [seen, size, steps.done, texts];
}

export async function other(names: string[]): Promise<unknown> {
  return [names, declared('a', (name) => readFileSync(name).length)]; // refused: declared type
}
