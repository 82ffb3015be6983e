import { onThread } from './worker-pool.ts';
import type { Point } from './main.ts';

export function computeWidest(points: readonly Point[], scale: number) {
  let widest = 0;
  let count = 0;
  for (const a of points) {
    for (const b of points) {
      const distance = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) * scale;
      if (distance > widest) widest = distance;
      count += 1;
    }
  }
  return { widest, count };
}

export const computeWidestOnThread = onThread<typeof computeWidest>(import.meta.url, 'computeWidest');
