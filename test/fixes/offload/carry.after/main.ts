import { setTimeout as pause } from 'node:timers/promises';
import { fibonacciOnThread } from './fibonacci.worker.ts';

const seen = new Map<number, number>();

/** Looks it up, or works it out. */
async function known(n: number): Promise<number> {
  const before = seen.get(n);
  if (before !== undefined) return before;
  const value = await fibonacciOnThread(n);
  seen.set(n, value);
  return value;
}

export async function run(): Promise<number[]> {
  await pause(1);
  const values = [await known(40), await known(40)];
  return values;
}
