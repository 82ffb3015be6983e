// One finding, where it happens: what awaits it is not blocked by it (vs-threading#226, #275).
import { readFileSync } from 'node:fs';

async function load(file: string) {
  return readFileSync(file, 'utf8'); // expect: blocking-io node:fs.readFileSync
}

export async function one() {
  return load('one');
}

export const two = async () => (await one()) + (await load('two'));

export function three() {
  return one().then(two);
}

export async function four() {
  const [a, b] = await Promise.all([three(), load('four')]);
  return a + b;
}

export class Service {
  run() {
    void four();
  }
  async go() {
    this.run();
    setTimeout(() => this.run(), 10);
  }
}
