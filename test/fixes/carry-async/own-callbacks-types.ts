import { readFileSync, writeFileSync } from 'node:fs';

type Make = (name: string) => number;

function each<T>(list: readonly T[], visit: (item: T) => void): void {
  for (const item of list) visit(item);
}

function total(names: readonly string[], size: (name: string) => number): number {
  let sum = 0;
  names.forEach((name) => {
    const one = size(name);
    sum += one;
  });
  return sum;
}

function collect<T, R>(list: readonly T[], make: (item: T) => R): R[] {
  const found: R[] = [];
  for (const item of list) found.push(make(item));
  return found;
}

function declared(name: string, make: Make): number {
  return make(name);
}

function handedOn(list: readonly string[], visit: (item: string) => void): void {
  list.forEach(visit);
}

class Steps {
  readonly done: number[] = [];
  add(step: () => number): this {
    this.done.push(step());
    return this;
  }
}

export async function run(): Promise<unknown> {
  writeFileSync('a', '1');
  writeFileSync('b', '22');
  const seen: string[] = [];
  each(['a', 'b'], (name) => {
    seen.push(readFileSync(name, 'utf8'));
  });
  each(seen, (text) => seen.at(text.length));
  const size = total(['a', 'b'], (name) => readFileSync(name).length);
  const steps = new Steps();
  steps.add(() => readFileSync('a').length);
  const texts = collect(['a'], (name) => readFileSync(name, 'utf8'));
  handedOn(texts, (text) => {
    seen.push(readFileSync(text === '1' ? 'b' : 'a', 'utf8'));
  });
  return [seen, size, steps.done, texts];
}

export async function other(names: string[]): Promise<unknown> {
  return [names, declared('a', (name) => readFileSync(name).length)]; // refused: declared type
}
