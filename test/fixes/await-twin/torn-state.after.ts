import { readFile, writeFile } from 'node:fs/promises';

let last = '';
let count = 0;
const state = { text: '' };

class Counter {
  text = '';
  async set(p: string) {
    this.text = await readFile(p, 'utf8');
  }
  async add(p: string) {
    this.text = this.text + (await readFile(p, 'utf8'));
  }
  async fill(p: string) {
    if (state.text === '') state.text = await readFile(p, 'utf8');
    return state.text;
  }
  async after(p: string) {
    last = await readFile(p, 'utf8');
    count++;
  }
}

export async function run() {
  await writeFile('a', 'text');
  const counter = new Counter();
  await counter.set('a');
  await counter.add('a');
  await counter.after('a');
  return [counter.text, await counter.fill('a'), last, count];
}
