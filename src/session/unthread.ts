import { EdgeKind } from '../engine/nodes.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { sameRange } from '../engine/plan/draft.ts';
import { textOf } from './carry-out.ts';
import type { FixerOptions } from './fixes.ts';
import { rewriteThread } from './languages.ts';
import type { Trial } from './trial.ts';

/** Calls what a thread only waited for, where its file serves nobody else. */
export async function unthreadFix({ project }: FixerOptions, trial: Trial, finding: Finding): Promise<Fix | undefined> {
  const { file } = finding;
  const starts = project
    .functions(file)
    .flatMap((node) => node.out.filter(({ kind, to }) => kind === EdgeKind.Off && to.index === 0));
  const start = starts.find(({ from, call }) => sameRange(from.facts.calls[call]!.at, finding.range));
  const worker = start?.to.file.path;
  const [text, workerText] = [
    await textOf(trial, file),
    worker === undefined ? undefined : await textOf(trial, worker),
  ];
  if (!start || worker === undefined || text === undefined || workerText === undefined) return undefined;
  const rewrite = await rewriteThread(file, text, { at: finding.range, worker: { file: worker, text: workerText } });
  if (!rewrite) return undefined;
  const { name, caller } = rewrite;
  const stops = [...caller.stops, ...rewrite.worker.stops];
  if (start.to.in.length > 1) {
    stops.push({ kind: 'worker', message: `${worker} is run from elsewhere, too`, file: worker });
  }
  const changes = [
    { file, edits: caller.edits },
    { file: worker, edits: rewrite.worker.edits },
  ];
  const fix: Fix = {
    title: `Call ${name} of ${worker.slice(worker.lastIndexOf('/') + 1)} instead of starting a thread for it`,
    kind: 'quickfix',
    rule: finding.rule,
    strategy: 'unthread',
    finding: finding.fingerprint,
    functions: 1,
    changes: [],
    safety: 'unsafe',
    isPreferred: false,
    warnings: [...caller.warnings, ...rewrite.worker.warnings],
  };
  if (stops.length === 0) {
    const problem = await trial.apply(changes, finding);
    if (problem === undefined) return { ...fix, changes, isPreferred: true };
    stops.push({ kind: 'not verified', message: problem, file, at: finding.range });
  }
  return { ...fix, warnings: [], disabled: { reason: stops[0]?.message ?? '', stops } };
}
