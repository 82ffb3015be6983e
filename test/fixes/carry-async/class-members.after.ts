import { readFileSync } from 'node:fs';
import { writeFile, readFile } from 'node:fs/promises';

export async function page(name: string, text = readFileSync(name, 'utf8')): Promise<string> { // refused: default parameter
  return text;
}

class Reader {
  readonly name: string;
  load = async (): Promise<string> => await readFile(this.name, 'utf8');
  constructor(name: string) {
    this.name = name;
  }
  static async of(name: string): Promise<number> {
    return (await readFile(name)).length;
  }
  async #size(): Promise<number> {
    return (await readFile(this.name)).length;
  }
  protected async twice(): Promise<number> {
    return (await this.#size()) * 2;
  }
  async ['whole'](): Promise<number> {
    return (await this.twice()) + (await this.#size());
  }
}

class Eager {
  text = readFileSync('a', 'utf8'); // refused: constructor
}

export async function eager(): Promise<string> {
  return new Eager().text;
}

export async function run(): Promise<unknown> {
  await writeFile('a', 'text');
  const reader = new Reader('a');
  return [await reader.load(), await Reader.of('a'), await reader.whole()];
}
