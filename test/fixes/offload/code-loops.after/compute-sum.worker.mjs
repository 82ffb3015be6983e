import { onThread } from './worker-pool.mjs';

export function computeSum(sum) {
  for (let i = 0; i < 300_000_000; i++) {
    sum += i % 7;
  }
  return sum;
}

export const computeSumOnThread = onThread(import.meta.url, 'computeSum');
