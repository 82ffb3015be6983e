/**
 * Writes the snapshots anew and keeps the judgements of findings that are still there.
 * With `--rule NAME` (as often as needed) only those of that rule, with `--package NAME` only those of that package.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { rules } from '../../src/rules/index.ts';
import { installCorpus } from './install.ts';
import { hasDebian, installPythonCorpus } from './python-install.ts';
import { auditPackage, PYTHON, readSnapshot, snapshotFile, type SnapshotEntry } from './snapshot.ts';

const { values: wanted } = parseArgs({
  options: { rule: { type: 'string', multiple: true }, package: { type: 'string', multiple: true } },
});
const ids = wanted.rule ?? rules.map(({ id }) => id);

for (const one of await installCorpus()) await updateAll(one);
if (hasDebian()) for (const one of await installPythonCorpus()) await updateAll(one, PYTHON);

async function updateAll(one: { readonly name: string; readonly folder: string }, below?: string): Promise<void> {
  if (wanted.package?.includes(one.name) === false) return;
  const { entries } = await auditPackage(one);
  for (const id of ids) {
    const found = entries.filter(({ rule }) => rule === id);
    await update(id, one.name, found, below);
  }
}

async function update(
  rule: string,
  name: string,
  entries: readonly SnapshotEntry[],
  below: string | undefined,
): Promise<void> {
  const before = readSnapshot(rule, name, below);
  const known = new Map(before.map((entry) => [entry.fingerprint, entry]));
  const samePlace = new Map(before.map((entry) => [placeOf(entry), entry]));
  const merged = entries.map((entry) => {
    const { judgement, why } = known.get(entry.fingerprint) ?? samePlace.get(placeOf(entry)) ?? {};
    return { ...entry, ...(judgement && { judgement }), ...(why !== undefined && { why }) };
  });
  const file = snapshotFile(rule, name, below);
  if (merged.length === 0) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await format(JSON.stringify(merged), { ...(await resolveConfig(file)), filepath: file }));
  const open = merged.filter(({ judgement }) => judgement === undefined).length;
  process.stdout.write(`${name}, ${rule}: ${merged.length} findings, ${open} not judged\n`);
}

function placeOf({ at, operation }: SnapshotEntry): string {
  return `${at} ${operation}`;
}
