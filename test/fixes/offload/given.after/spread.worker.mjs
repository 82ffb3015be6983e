import { onThread } from './worker-pool.mjs';

export function spread(pixels) {
  let sum = pixels[0];
  for (let i = 0; i < 60_000_000; i++) sum = (sum * 31 + pixels[i % pixels.length]) % 1_000_003;
  return sum;
}

export const spreadOnThread = onThread(import.meta.url, 'spread');
