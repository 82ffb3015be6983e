import { onThread } from './worker-pool.ts';
import type { Point, Pair } from './main.ts';

export function closest(points: readonly Point[]): Pair | undefined {
  let best = Infinity;
  let pair: Pair | undefined;
  for (const a of points) {
    for (const b of points) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (a === b || distance >= best) continue;
      best = distance;
      pair = [a, b];
    }
  }
  return pair;
}

export const closestOnThread = onThread<typeof closest>(import.meta.url, 'closest');
