import { onThread } from './worker-pool.mjs';

export function checkAll(rounds, limit) {
  let value = 0;
  for (let i = 0; i < rounds; i++) value = (value + i) % 1_000_003;
  if (value > limit) throw Object.assign(new RangeError(`${value} is too large`), { code: 'TOO_LARGE' });
  return value;
}

export const checkAllOnThread = onThread(import.meta.url, 'checkAll');
