import { setTimeout as pause } from 'node:timers/promises';

const seen = new Map<number, number>();

function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

/** Looks it up, or works it out. */
function known(n: number): number {
  const before = seen.get(n);
  if (before !== undefined) return before;
  const value = fibonacci(n);
  seen.set(n, value);
  return value;
}

export async function run(): Promise<number[]> {
  await pause(1);
  const values = [known(40), known(40)];
  return values;
}
