import { setTimeout as sleep } from 'node:timers/promises';

const cell = new Int32Array(new SharedArrayBuffer(4));

export async function run() {
  await sleep(5);
  await sleep(2 * 3);
  return 'slept';
}
