import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

class Page {
  #file;

  constructor(file) {
    this.#file = file;
    this.text = this.#read();
  }

  #read() {
    return readFileSync(this.#file, 'utf8');
  }

  async #readAsync() {
    return await readFile(this.#file, 'utf8');
  }

  async refresh() {
    this.text = await this.#readAsync();
    return this;
  }
}

export async function run() {
  // refused: constructor
  const page = new Page('harness.mjs');
  const { text } = page;
  return (await page.refresh()).text === text;
}
