import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExpressionVerdict } from '../model/expression.ts';
import { makeFolder } from './make-folder.ts';

export interface VerdictCache {
  readonly folder: string;
  /** Names all that answers depend on beside the expression. */
  readonly key: string;
}

interface Stored {
  readonly key: string;
  readonly verdicts: readonly (readonly [string, ExpressionVerdict])[];
}

const NAME = 'expressions.json';

/** What earlier runs found out; empty if it is missing, damaged or other code's. */
export async function readVerdicts({ folder, key }: VerdictCache): Promise<Map<string, ExpressionVerdict>> {
  try {
    const stored = JSON.parse(await readFile(join(folder, NAME), 'utf8')) as Stored;
    return new Map(stored.key === key ? stored.verdicts : []);
  } catch {
    return new Map();
  }
}

/** Replaces the file in one step. A cache that cannot be written is none. */
export async function writeVerdicts(
  { folder, key }: VerdictCache,
  verdicts: ReadonlyMap<string, ExpressionVerdict>,
): Promise<void> {
  const stored: Stored = { key, verdicts: [...verdicts].filter(([, { growth }]) => growth !== 'unknown') };
  const draft = join(folder, `${NAME}.${process.pid}.tmp`);
  try {
    await makeFolder(folder);
    await writeFile(draft, JSON.stringify(stored));
    await rename(draft, join(folder, NAME));
  } catch {
    // The next run finds out again.
  }
}
