import { onThread } from './worker-pool.mjs';

export function computeDeepest(rows) {
  let deepest = 0;
  for (const row of rows) {
    for (const other of rows) if (other.parent === row.id) deepest += 1;
  }
  return deepest;
}

export const computeDeepestOnThread = onThread(import.meta.url, 'computeDeepest');
