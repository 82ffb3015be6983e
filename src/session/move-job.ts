import type { Finding, RuleId } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Elsewhere } from '../model/traits.ts';
import { rewriteJob } from './languages.ts';
import type { Trial } from './trial.ts';

const PLACES: ReadonlyMap<RuleId, Elsewhere> = new Map([
  ['concurrency-for-cpu', 'process'],
  ['parallelism-for-io', 'thread'],
]);

/** Hands a job that is at the wrong place to a process, if it computes, or to a thread, if it waits. */
export async function moveJobFix(trial: Trial, finding: Finding): Promise<Fix | undefined> {
  const { file, range: at, rule, fingerprint } = finding;
  const to = PLACES.get(rule);
  const text = to && (await trial.read(file).catch(() => undefined));
  const rewrite = to && text !== undefined ? await rewriteJob(file, text, { at, to }, trial.about(file)) : undefined;
  if (!rewrite) return undefined;
  const { title, edits, warnings, stops } = rewrite;
  // What is no such call is for other fixes.
  if (stops.some(({ kind }) => kind === 'other form')) return undefined;
  const changes = [{ file, edits }];
  const base = { title, kind: 'quickfix', rule, strategy: 'offload', finding: fingerprint, functions: 0 } as const;
  const problem = stops.length > 0 ? undefined : await trial.apply(changes, finding);
  const all = problem === undefined ? stops : [{ kind: 'not verified', message: problem, file, at }];
  const [first] = all;
  if (!first) return { ...base, changes, safety: 'unsafe', isPreferred: true, warnings };
  const disabled = { reason: first.message, stops: all };
  return { ...base, changes: [], safety: 'unsafe', isPreferred: false, warnings: [], disabled };
}
