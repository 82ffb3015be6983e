import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const read = (file) => readFileSync(file, 'utf8');
const readAsync = async (file) => await readFile(file, 'utf8');

const page = {
  file: 'harness.mjs',
  get text() {
    return read(this.file);
  },
  async length() {
    return (await readAsync(this.file)).length;
  },
};

export async function run() {
  return (await page.length()) === page.text.length; // refused: getter
}
