import { onThread } from './worker-pool.mjs';

const LIMIT = 400_000;

const isRound = (n) => n % 1000 === 0;

export function computeFound() {
  const found = [2];
  let last = 0;
  for (let n = 3; n < LIMIT; n += 1) {
    let isPrime = true;
    for (let d = 2; d < Math.sqrt(n); d += 1) if (n % d === 0) isPrime = false;
    if (isPrime) found.push(n);
    if (isRound(n)) last = n;
  }
  return { found, last };
}

export const computeFoundOnThread = onThread(import.meta.url, 'computeFound');
