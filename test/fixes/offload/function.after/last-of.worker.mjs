import { createHash } from 'node:crypto';
import { onThread } from './worker-pool.mjs';

const MODULUS = 2_147_483_647;

/** Where a sequence of so many steps ends. */
export function lastOf(rounds) {
  let value = 1;
  for (let i = 0; i < rounds; i++) value = next(value);
  return { value, digest: createHash('sha256').update(String(value)).digest('hex') };
}

export function next(value) {
  return (value * 48_271) % MODULUS;
}

export const lastOfOnThread = onThread(import.meta.url, 'lastOf');
