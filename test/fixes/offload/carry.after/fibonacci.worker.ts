import { onThread } from './worker-pool.ts';

export function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

export const fibonacciOnThread = onThread<typeof fibonacci>(import.meta.url, 'fibonacci');
