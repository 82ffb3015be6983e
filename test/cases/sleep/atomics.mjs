import { setTimeout as delay } from 'node:timers/promises';

const cell = new Int32Array(new SharedArrayBuffer(4));

export const sleep = async (ms) => Atomics.wait(cell, 0, 0, ms); // expect: blocking-sleep global.Atomics.wait

export async function lock(mutex) {
  const { wait, notify } = Atomics;
  while (Atomics.compareExchange(mutex, 0, 0, 1) !== 0) {
    wait(mutex, 0, 1); // expect: blocking-sleep global.Atomics.wait
  }
  globalThis.Atomics.wait(mutex, 0, 1); // expect: blocking-sleep global.Atomics.wait
  notify(mutex, 0, 1);
}

export async function fine(mutex) {
  await Atomics.waitAsync(mutex, 0, 1).value;
  await delay(10);
  Atomics.notify(mutex, 0);
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

export async function retry(attempt) {
  for (;;) {
    if (attempt()) return;
    pause(100); // expect: blocking-sleep global.Atomics.wait
  }
}

export async function noWait(mutex) {
  Atomics.wait(mutex, 0, 1, 0); // ok: a timeout of zero does not wait
}
