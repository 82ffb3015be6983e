import { readFile, writeFile } from 'node:fs/promises';
import type { Finding } from '../model/finding.ts';
import type { FixedEntry } from '../reporters/types.ts';
import { UserError } from './errors.ts';

const schemaVersion = 1;

type Entry = FixedEntry;

interface BaselineFile {
  readonly schemaVersion: typeof schemaVersion;
  readonly findings: readonly Entry[];
}

/** What this run looked at: entries outside are neither fixed nor forgotten. */
export type InScope = (entry: { readonly file: string; readonly rule: string }) => boolean;

/** A missing file is an error: a typing mistake must not report every known finding as new. */
export async function readBaseline(file: string): Promise<readonly Entry[]> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new UserError(`cannot read the baseline ${file}: ${(error as Error).message}`);
    }
    throw new UserError(`the baseline ${file} does not exist; --update-baseline writes it`);
  }
  return parse(file, text).findings;
}

/** The entries to keep when a baseline is written again; a missing or broken file has none. */
export function readBaselineIfAny(file: string): Promise<readonly Entry[]> {
  return readBaseline(file).catch(() => []);
}

function parse(file: string, text: string): BaselineFile {
  const problem = (what: string) => new UserError(`the baseline ${file} ${what}; --update-baseline writes it anew`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('is not JSON');
  }
  const { schemaVersion: version, findings } = (value ?? {}) as Partial<BaselineFile>;
  if (version !== schemaVersion) throw problem('is not a baseline of this version of Loopwise');
  if (!Array.isArray(findings) || !findings.every(isEntry)) throw problem('has entries that are not findings');
  return value as BaselineFile;
}

function isEntry(value: unknown): value is Entry {
  const entry = (value ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof entry.rule === 'string' &&
    typeof entry.file === 'string' &&
    typeof entry.fingerprint === 'string' &&
    Number.isSafeInteger(entry.count)
  );
}

/**
 * Takes out as many findings of a fingerprint as the baseline knows: the third of two known ones is new. Suppressed
 * findings stay in the report and use nothing up.
 */
export function compareWithBaseline(findings: readonly Finding[], entries: readonly Entry[], inScope: InScope) {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + entry.count);
  const isNew = (finding: Finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (finding.suppression !== undefined || count === 0) return true;
    left.set(keyOf(finding), count - 1);
    return false;
  };
  const fresh = findings.filter(isNew);
  const fixed = entries.filter(inScope).flatMap((entry) => {
    const count = left.get(keyOf(entry)) ?? 0;
    left.delete(keyOf(entry));
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { fresh, known: findings.length - fresh.length, fixed };
}

/** Writes sorted entries, one a line, so that the file reviews and merges well. Returns how many findings it knows. */
export async function writeBaseline(
  file: string,
  findings: readonly Finding[],
  kept: readonly Entry[],
): Promise<number> {
  const entries = new Map(kept.map((entry) => [keyOf(entry), entry]));
  for (const finding of findings) {
    if (finding.suppression !== undefined) continue;
    const { rule, file, fingerprint } = finding;
    const count = (entries.get(keyOf(finding))?.count ?? 0) + 1;
    entries.set(keyOf(finding), { rule, file, fingerprint, count });
  }
  const lines = [...entries.values()]
    .map(({ file, rule, fingerprint, count }) => JSON.stringify({ file, rule, fingerprint, count }))
    .sort();
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  const text = `{\n  "schemaVersion": ${schemaVersion},\n  "findings": ${list}\n}\n`;
  await writeFile(file, text).catch((error: unknown) => {
    throw new UserError(`cannot write the baseline ${file}: ${(error as Error).message}`);
  });
  return [...entries.values()].reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ rule, file, fingerprint }: Pick<Entry, 'rule' | 'file' | 'fingerprint'>): string {
  return [file, rule, fingerprint].join('\0');
}
