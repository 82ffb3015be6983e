import { setTimeout as sleep } from 'node:timers/promises';

export const items = [1, 2, 3, 4, 5];
export const isEach = true;
export const shape = { tasks: 5, wait: 40 };

// advise: concurrency blocking
export async function subject(name) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
  return name;
}

export async function overlapped(name) {
  await sleep(40);
  return name;
}

export const job = subject;
