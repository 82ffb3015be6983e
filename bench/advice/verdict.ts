import type { Verdict } from '../../src/model/finding.ts';

/** One way to run a sample: times in milliseconds. */
export interface Run {
  readonly wall: number;
  /** Time of the processor, of all threads. */
  readonly cpu: number;
  /** The longest time that a timer was late. */
  readonly stall: number;
}

/** A sample as it is, with its waits overlapped, and with its tasks on workers. */
export interface Measured {
  readonly now: Run;
  readonly overlapped: Run;
  readonly workers: Run;
}

/** By how much a change has to shorten the whole, or the longest stall, to be worth it. */
const FASTER = 1.3;
const FREER = 2.5;
/** Shorter stalls and runs are nobody's concern, and timers are not that exact. */
const NOTICED = 10;

/** What fits by measurement: concurrency if overlapping helps; parallelism if workers help beyond that. */
export function measuredVerdict({ now, overlapped, workers }: Measured): Verdict {
  const concurrency = isBetter(now, overlapped);
  const parallelism = isBetter(overlapped, workers);
  if (concurrency && parallelism) return 'both';
  if (concurrency) return 'concurrency';
  return parallelism ? 'parallelism' : 'neither';
}

function isBetter(before: Run, after: Run): boolean {
  const isFaster = before.wall >= NOTICED && before.wall >= after.wall * FASTER;
  const isFreer = before.stall >= NOTICED && before.stall >= after.stall * FREER;
  // What frees the loop and takes much longer in all is another trade.
  return isFaster || (isFreer && after.wall <= before.wall * FASTER);
}
