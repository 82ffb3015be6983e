import { read, write } from './index.mjs';

export async function run() {
  await write('a', 'text');
  return await read('a');
}
