import * as store from './store.ts';
import { save } from './store.ts';

async function total(name: string): Promise<number> {
  return (await store.load(name)).reduce((a, b) => a + b, 0);
}

export async function run() {
  await save('data', [1, 2, 3]);
  return await total('data');
}
