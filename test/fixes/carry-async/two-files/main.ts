import * as store from './store.ts';
import { save } from './store.ts';

function total(name: string): number {
  return store.load(name).reduce((a, b) => a + b, 0);
}

export async function run() {
  save('data', [1, 2, 3]);
  return total('data');
}
