import { onThread } from './worker-pool.mjs';

export const sum = (rounds) => {
  let total = 0;
  for (let i = 0; i < rounds; i++) total += i % 7;
  return total;
};

export const sumOnThread = onThread(import.meta.url, 'sum');
