import { setFlagsFromString } from 'node:v8';

/** From this version on V8 has a quick optimizing compiler below the thorough one. */
const FIRST_WITH_TWO = 13;

/**
 * Leaves the cores to the threads that analyse, and what V8 does beside them for what runs far more often than usual. For all
 * threads, also those that are started later.
 */
export function spareCores(): void {
  // Several helpers for each thread that collects what is young only wait for each other where all cores are busy.
  setFlagsFromString('--no-parallel-scavenge');
  // What optimized code takes for long-lived lives as long as its file or part: as old, it keeps all of that from being collected.
  setFlagsFromString('--no-allocation-site-pretenuring');
  if (Number.parseInt(process.versions.v8, 10) < FIRST_WITH_TWO) return;
  // On every thread anew the thorough compiler takes longer than a command that ends after seconds gains by it.
  setFlagsFromString('--invocation-count-for-turbofan=1000000');
}

/**
 * Has room for what is young grow no more. Threads that start now get at once what they may have; this one keeps what they
 * send, and would otherwise take four times as much in the end.
 */
export function keepYoungSmall(): void {
  setFlagsFromString(`--min-semi-space-size=${SEMI_SPACE}`);
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Megabytes, as threads that extract may have. */
const SEMI_SPACE = 16;
