import { readFile, stat } from 'node:fs/promises';

class Page {
  text = '';
  size = 0;
  #info: unknown;

  async load(file: string): Promise<this> {
    [this.text, this.#info] = await Promise.all([
      readFile(file, 'utf8'),
      stat(file),
    ]);
    return this;
  }

  get isLoaded(): boolean {
    return this.#info !== undefined && this.text !== '';
  }
}

export async function run(): Promise<boolean> {
  return (await new Page().load(import.meta.filename)).isLoaded;
}
