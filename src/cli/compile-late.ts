import { setFlagsFromString } from 'node:v8';

/** From this version on V8 has a quick optimizing compiler below the thorough one. */
const FIRST_WITH_TWO = 13;

/**
 * Leaves the thorough compiler for what runs far more often than usual: on every thread anew it would take longer to compile
 * than a command that ends after seconds gains by it. For all threads, also those that are started later.
 */
export function compileLate(): void {
  if (Number.parseInt(process.versions.v8, 10) < FIRST_WITH_TWO) return;
  setFlagsFromString('--invocation-count-for-turbofan=60000');
}
