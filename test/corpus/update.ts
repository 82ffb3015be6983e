/** Writes the snapshots anew and keeps the judgements of findings that are still there. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { installCorpus } from './install.ts';
import { auditPackage, readSnapshot, snapshotFile } from './snapshot.ts';

for (const one of await installCorpus()) {
  const known = new Map(readSnapshot(one.name).map((entry) => [entry.fingerprint, entry]));
  const { entries } = await auditPackage(one);
  const merged = entries.map((entry) => {
    const { judgement, why } = known.get(entry.fingerprint) ?? {};
    return { ...entry, ...(judgement && { judgement }), ...(why !== undefined && { why }) };
  });
  const file = snapshotFile(one.name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await format(JSON.stringify(merged), { ...(await resolveConfig(file)), filepath: file }));
  const open = merged.filter(({ judgement }) => judgement === undefined).length;
  process.stdout.write(`${one.name}: ${merged.length} findings, ${open} not judged\n`);
}
