import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(file, 'utf8');

const page = {
  file: 'harness.mjs',
  get text() {
    return read(this.file);
  },
  async length() {
    return read(this.file).length;
  },
};

export async function run() {
  return (await page.length()) === page.text.length; // refused: getter
}
