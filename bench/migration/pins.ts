import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PinnedPackage } from '../../test/corpus/pinned.ts';

/** A package that publishes its tests. */
export interface MigratedPackage extends PinnedPackage {
  /** What runs the tests and prints TAP: programs of the package's own `node_modules/.bin`, or `node`. */
  readonly suite: readonly (readonly string[])[];
  /** What there is to know of how it is set up. */
  readonly note?: string;
  /** Why tests end in another way after the rewrites. */
  readonly explained?: string;
}

export async function readPins(): Promise<MigratedPackage[]> {
  return JSON.parse(await readFile(join(import.meta.dirname, 'packages.json'), 'utf8')) as MigratedPackage[];
}
