import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasRun, readCoverage } from './coverage.ts';
import { layOut } from './lay-out.ts';
import type { MigratedPackage } from './pins.ts';
import { rewritesIn, type Offer, type Rewrites, type Texts } from './rewrites.ts';
import { differences, runSuite, type Results } from './suite.ts';

/** One of the published findings, and what is known of its rewrite. */
export interface Tried extends Offer {
  /** Whether the tests run the operation. */
  readonly isReached: boolean;
}

/** A rewrite with which tests end in another way, where it is the only one. */
export interface Breaking {
  readonly offer: Offer;
  readonly tests: readonly string[];
}

export interface Outcome {
  readonly pin: MigratedPackage;
  readonly tried: readonly Tried[];
  readonly rewrites: Pick<Rewrites, 'safe' | 'all'>;
  readonly before: Results;
  readonly withSafe: Results;
  readonly withAll: Results;
  /** Tests that end in another way, with the safe rewrites or with all. */
  readonly different: readonly string[];
  readonly breaking: readonly Breaking[];
}

const work = join(import.meta.dirname, 'work');

/** Rewrites one package and runs its tests before and after. */
export async function migrate(pin: MigratedPackage): Promise<Outcome> {
  const folder = join(work, pin.name.replace('@', '').replace('/', '-'));
  const original = join(folder, 'original');
  await rm(folder, { recursive: true, force: true });
  await layOut(pin, original, join(work, 'tarballs'));
  const rewrites = await rewritesIn(original);
  const suites = suitesOf(pin, folder);
  const coverage = join(folder, 'coverage');
  const before = await suites('before', [], coverage);
  const withSafe = await suites('safe', rewrites.safe.changes);
  const withAll = await suites('all', rewrites.all.changes);
  const changed = [...differences(before, withSafe), ...differences(before, withAll)];
  const different = await steady([...new Set(changed)], rewrites, suites);
  return {
    pin,
    tried: await triedIn(original, rewrites.offers, coverage),
    rewrites,
    before,
    withSafe,
    withAll,
    different,
    breaking: different.length === 0 ? [] : await breakingOnes(rewrites, before, different, suites),
  };
}

type Suites = (name: string, texts: Texts, coverage?: string) => Promise<Results>;

/** Tests may look at the name of the folder. */
function copyIn(folder: string, name: string): string {
  return join(folder, name, basename(folder));
}

/** Each run has a copy of its own, since tests leave files behind. */
function suitesOf(pin: MigratedPackage, folder: string): Suites {
  const original = join(folder, 'original');
  const packages = join(original, 'node_modules');
  return async (name, texts, coverage) => {
    const copy = copyIn(folder, name);
    await rm(copy, { recursive: true, force: true });
    await cp(original, copy, { recursive: true, filter: (source) => source !== packages });
    await symlink(packages, join(copy, 'node_modules'), 'junction');
    for (const { file, after } of texts) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), after);
    }
    return runSuite(copy, pin, coverage);
  };
}

/** Of tests that ended in another way, those that do so again: others depend on more than the code. */
async function steady(names: readonly string[], { all }: Rewrites, suites: Suites): Promise<string[]> {
  if (names.length === 0) return [];
  const before = await suites('before', []);
  const after = await suites('all', all.changes);
  const again = new Set(differences(before, after));
  return names.filter((name) => again.has(name));
}

/** Applies each rewrite alone and says with which of them the tests differ. */
async function breakingOnes(
  { offers, alone }: Rewrites,
  before: Results,
  different: readonly string[],
  suites: Suites,
): Promise<Breaking[]> {
  const breaking: Breaking[] = [];
  for (const offer of offers) {
    const { fix } = offer;
    if (!fix || fix.disabled) continue;
    const results = await suites('alone', await alone(fix));
    const tests = differences(before, results).filter((name) => different.includes(name));
    if (tests.length > 0) breaking.push({ offer, tests });
  }
  return breaking;
}

async function triedIn(original: string, offers: readonly Offer[], coverage: string): Promise<Tried[]> {
  const scripts = await readCoverage(coverage);
  const copy = copyIn(dirname(original), 'before');
  return Promise.all(
    offers.map(async (offer) => {
      const last = offer.finding.path.at(-1);
      return { ...offer, isReached: last !== undefined && (await hasRun(copy, last, scripts)) };
    }),
  );
}
