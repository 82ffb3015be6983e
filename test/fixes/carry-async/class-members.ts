import { readFileSync, writeFileSync } from 'node:fs';

export async function page(name: string, text = readFileSync(name, 'utf8')): Promise<string> { // refused: default parameter
  return text;
}

class Reader {
  readonly name: string;
  load = (): string => readFileSync(this.name, 'utf8');
  constructor(name: string) {
    this.name = name;
  }
  static of(name: string): number {
    return readFileSync(name).length;
  }
  #size(): number {
    return readFileSync(this.name).length;
  }
  protected twice(): number {
    return this.#size() * 2;
  }
  ['whole'](): number {
    return this.twice() + this.#size();
  }
}

class Eager {
  text = readFileSync('a', 'utf8'); // refused: constructor
}

export async function eager(): Promise<string> {
  return new Eager().text;
}

export async function run(): Promise<unknown> {
  writeFileSync('a', 'text');
  const reader = new Reader('a');
  return [reader.load(), Reader.of('a'), reader.whole()];
}
