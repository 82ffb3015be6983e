import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Breaking, Outcome, Tried } from './migrate.ts';
import { inShort } from './suite.ts';

/** What the page tells of a package. */
export interface Summary {
  readonly name: string;
  readonly version: string;
  readonly findings: number;
  /** Findings whose operation has an asynchronous form; of these, those with a rewrite, and those of them that tests run. */
  readonly withForm: number;
  readonly offered: number;
  readonly reached: number;
  readonly refused: number;
  readonly safe: number;
  readonly applied: number;
  /** Applied rewrites that tests speak against. */
  readonly broken: number;
  /** Tests before, with the safe rewrites, with all. */
  readonly runs: readonly string[];
  readonly different: readonly string[];
  /** With which rewrites tests differ, where each is the only one. */
  readonly causes: readonly string[];
  readonly done: readonly string[];
  readonly left: readonly string[];
  /** Rewrites that are offered one at a time only, since tests have to change with them. */
  readonly alone: readonly string[];
}

export function summaryOf({ pin, tried, rewrites, different, breaking, ...results }: Outcome): Summary {
  const withForm = tried.filter(({ finding }) => finding.operation.twin !== undefined);
  const offered = withForm.filter(isOffered);
  const refused = tried.filter((one) => !isOffered(one));
  const { safe, all } = rewrites;
  return {
    name: pin.name,
    version: pin.version,
    findings: tried.length,
    withForm: withForm.length,
    offered: offered.length,
    reached: offered.filter(({ isReached }) => isReached).length,
    refused: refused.length,
    safe: safe.applied.length,
    applied: all.applied.length,
    broken: different.length === 0 ? 0 : brokenAmong(all.applied.length, breaking),
    runs: [results.before, results.withSafe, results.withAll].map(inShort),
    different,
    causes: breaking.map(({ offer, tests }) => `${placeOf(offer)} ${offer.fix?.title ?? ''}: ${tests.length} of them`),
    done: all.applied.map((one) => `${placeOf(one)} ${one.fix.title}${one.fix.safety === 'safe' ? ' (safe)' : ''}`),
    left: refused.map((one) => {
      const reason = one.fix?.disabled?.reason ?? 'there is no rewrite for it';
      return `${placeOf(one)} \`${one.finding.operation.name}\`: ${reason}`;
    }),
    alone: all.refused.flatMap((one) => {
      const [place] = one.fix?.tests ?? [];
      return place === undefined ? [] : [`${placeOf(one)} ${one.fix?.title ?? ''}: ${place}`];
    }),
  };
}

function isOffered({ fix }: Tried): boolean {
  return fix !== undefined && !fix.disabled;
}

/** Findings with the same way out are one rewrite. If none differs alone, all are counted. */
function brokenAmong(applied: number, breaking: readonly Breaking[]): number {
  const changes = new Set(breaking.map(({ offer }) => JSON.stringify(offer.fix?.changes)));
  return changes.size === 0 ? applied : Math.min(applied, changes.size);
}

function placeOf({ finding }: Pick<Tried, 'finding'>): string {
  return `\`${finding.file}:${finding.range[0] + 1}\``;
}

const file = join(import.meta.dirname, 'outcomes.json');

export async function readSummaries(): Promise<Summary[]> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as Summary[];
}

/** Replaces what is known of a package; runs of others may end at the same time. */
export async function keepSummary(summary: Summary): Promise<void> {
  const others = (await readSummaries()).filter(({ name }) => name !== summary.name);
  const sorted = [...others, summary].sort((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(file, await format(JSON.stringify(sorted), { parser: 'json', printWidth: 120 }));
}
