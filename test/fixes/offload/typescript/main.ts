interface Point {
  readonly x: number;
  readonly y: number;
}

type Pair = readonly [Point, Point];

function closest(points: readonly Point[]): Pair | undefined {
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

const sample = Array.from({ length: 6000 }, (_, i) => ({ x: (i * 7919) % 10_007, y: (i * 104_729) % 10_009 }));

export async function nearest(points: Point[]): Promise<Pair | undefined> {
  return closest(points);
}

const routes = Object.fromEntries([['nearest', nearest]]);

export async function run(): Promise<Pair | undefined> {
  return routes['nearest']?.(sample);
}
