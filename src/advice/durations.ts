import type { Origin } from '../model/advice.ts';
import type { Cost } from '../model/finding.ts';
import type { WorkItem } from '../model/work-profile.ts';

/** "1.2 s", "340 ms", "0.05 ms": as many digits as a reader needs. */
export function inWords(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < 0.01) return 'under 0.01 ms';
  if (milliseconds >= 60_000) return `${rounded(milliseconds / 60_000)} min`;
  if (milliseconds >= 1000) return `${rounded(milliseconds / 1000)} s`;
  return `${rounded(milliseconds)} ms`;
}

function rounded(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)));
}

export interface Duration {
  /** Of one execution. */
  readonly milliseconds: number;
  readonly origin: Origin;
}

/** A small, a medium and a large one. Typical on a machine of today; whoever measures moves the sliders. */
type Typical = readonly [small: number, medium: number, large: number];

const waits: Readonly<Record<string, Typical>> = {
  file: [0.1, 1, 20],
  module: [5, 20, 100],
  network: [50, 100, 500],
  database: [1, 5, 50],
  process: [20, 50, 200],
  dns: [10, 20, 100],
  terminal: [1, 1000, 5000],
  dialog: [1000, 5000, 10_000],
  sleep: [100, 1000, 1000],
};

const computations: Readonly<Record<string, Typical>> = {
  'key derivation': [5, 80, 80],
  'password hashing': [20, 80, 80],
  'key generation': [20, 100, 200],
  compression: [0.1, 5, 50],
  image: [5, 50, 200],
  compilation: [5, 50, 200],
  rendering: [2, 20, 100],
  spreadsheet: [5, 50, 300],
};

const ANY_WAIT: Typical = [10, 50, 200];
const ANY_COMPUTATION: Typical = [0.1, 5, 50];
const COSTS: readonly Cost[] = ['small', 'medium', 'large'];

/** How long one execution takes, and how that is known. */
export function durationOf({ kind, work, cost, pause, estimate }: WorkItem, pauseUnit: number): Duration {
  if (pause !== undefined) return { milliseconds: pause * pauseUnit, origin: 'known' };
  if (estimate) return { milliseconds: estimate.milliseconds, origin: 'estimated' };
  const typical =
    kind === 'blocking' || kind === 'wait' ? (waits[work] ?? ANY_WAIT) : (computations[work] ?? ANY_COMPUTATION);
  return { milliseconds: typical[COSTS.indexOf(cost)] ?? 0, origin: 'assumed' };
}
