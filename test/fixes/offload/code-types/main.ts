import type { Server } from 'node:http';

interface Point {
  readonly x: number;
  readonly y: number;
}

const servers: Server[] = [];

async function spread(points: readonly Point[], scale: number): Promise<number> {
  let widest = 0;
  let count = 0;
  for (const a of points) {
    for (const b of points) {
      const distance = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) * scale;
      if (distance > widest) widest = distance;
      count += 1;
    }
  }
  return widest / count + servers.length;
}

async function untyped(): Promise<number> {
  const points = sample();
  let count = 0;
  for (const a of points) for (const b of points) if (a.x === b.y) count += 1;
  return count;
}

function sample(): Point[] {
  return Array.from({ length: 9000 }, (_, i) => ({ x: (i * 7919) % 10_007, y: (i * 104_729) % 10_009 }));
}

const routes = new Map<string, (points: readonly Point[], scale: number) => Promise<number>>([
  ['spread', spread],
  ['untyped', untyped],
]);

export async function run(): Promise<number | undefined> {
  return routes.get('spread')?.(sample(), 2);
}
