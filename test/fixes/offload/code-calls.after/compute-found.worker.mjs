import { onThread } from './worker-pool.mjs';

export function computeFound(rows) {
  const found = [];
  rows.forEach((a) => {
    rows.forEach((b) => {
      if (a.id < b.id && (a.id ^ b.id) % 1021 === 0) found.push(a.id);
    });
  });
  return found;
}

export const computeFoundOnThread = onThread(import.meta.url, 'computeFound');
