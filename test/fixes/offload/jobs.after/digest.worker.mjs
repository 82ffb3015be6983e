import { onThread } from './worker-pool.mjs';

export function digest(seed) {
  let value = seed;
  for (let i = 0; i < 120_000_000; i++) value = (value * 31 + i) % 1_000_003;
  return value;
}

export const digestOnThread = onThread(import.meta.url, 'digest');
