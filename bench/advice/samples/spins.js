import { setTimeout as sleep } from 'node:timers/promises';

export const items = [40, 40, 40, 40];
export const isEach = true;
export const shape = { tasks: 4, wait: 40 };

// It looks like computing and only lets time pass.
// advise: concurrency blocking
export async function subject(milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
  return milliseconds;
}

export async function overlapped(milliseconds) {
  await sleep(milliseconds);
  return milliseconds;
}

export const job = subject;
