import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { FixerOptions } from './fixes.ts';
import { rewriteAwaits } from './languages.ts';
import type { Trial } from './trial.ts';

/** Awaits that wait for each other without need start together. `isBounded`: only some at once, where there may be many. */
export async function togetherFix(
  { dependencies }: FixerOptions,
  trial: Trial,
  finding: Finding,
  isBounded: boolean,
): Promise<Fix | undefined> {
  const { file, together = [], rule, fingerprint } = finding;
  const text = await trial.read(file).catch(() => undefined);
  if (text === undefined) return undefined;
  const kind = rule === 'await-in-loop' ? 'rounds' : 'row';
  const rewrite = await rewriteAwaits(
    file,
    text,
    { kind, together, packages: dependencies(file), isBounded },
    trial.about(file),
  );
  if (!rewrite) return undefined;
  const { title, edits, warnings, stops } = rewrite;
  const changes = edits.length > 0 ? [{ file, edits }] : [];
  const base = {
    title,
    kind: 'quickfix',
    rule,
    strategy: 'await-together',
    finding: fingerprint,
    functions: 0,
  } as const;
  const problem = stops.length > 0 ? undefined : await trial.apply(changes, finding);
  const all =
    problem === undefined ? stops : [{ kind: 'not verified', message: problem, file, at: finding.range }, ...stops];
  const [first] = all;
  if (first) {
    const disabled = { reason: first.message, stops: all };
    return { ...base, changes: [], safety: 'unsafe', isPreferred: false, warnings: [], disabled };
  }
  return { ...base, changes, safety: 'unsafe', isPreferred: true, warnings };
}
