import { readFileSync } from 'node:fs';

class Page {
  #file;

  constructor(file) {
    this.#file = file;
    this.text = this.#read();
  }

  #read() {
    return readFileSync(this.#file, 'utf8');
  }

  async refresh() {
    this.text = this.#read();
    return this;
  }
}

export async function run() {
  // refused: constructor
  const page = new Page('harness.mjs');
  const { text } = page;
  return (await page.refresh()).text === text;
}
