import { closestOnThread } from './closest.worker.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Pair = readonly [Point, Point];

const sample = Array.from({ length: 6000 }, (_, i) => ({ x: (i * 7919) % 10_007, y: (i * 104_729) % 10_009 }));

export async function nearest(points: Point[]): Promise<Pair | undefined> {
  return await closestOnThread(points);
}

const routes = Object.fromEntries([['nearest', nearest]]);

export async function run(): Promise<Pair | undefined> {
  return routes['nearest']?.(sample);
}
