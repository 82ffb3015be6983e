import { read, write } from './index.mjs';

export async function run() {
  write('a', 'text');
  return read('a');
}
