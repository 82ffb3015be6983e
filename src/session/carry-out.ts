import type { WaitPlan } from '../engine/plan/plan-async.ts';
import type { FileEdits, FilePlan, Stop, ThreadFunction } from '../model/fix.ts';
import { rewriteSource } from './languages.ts';
import type { Trial } from './trial.ts';
import { fitToVersions } from './versions.ts';

/** What a plan makes of the files, and what speaks against it. */
export interface CarriedOut {
  readonly changes: readonly FileEdits[];
  readonly stops: readonly Stop[];
  readonly warnings: readonly string[];
  /** Places where what a function returns is dropped, though that comes later now. */
  readonly dropped: readonly { readonly file: string; readonly line: number }[];
  /** The function that computes on a thread, where the plan has one. */
  readonly thread: ThreadFunction | undefined;
  /** What the language calls the rewrite of the operation. */
  readonly swap: string | undefined;
}

/** Carries every file through its part of a plan. */
export async function carryOut(
  trial: Trial,
  plan: Pick<WaitPlan, 'files' | 'stops' | 'warnings'>,
): Promise<CarriedOut> {
  const stops: Stop[] = [...plan.stops];
  const warnings = new Set(plan.warnings);
  const changes: FileEdits[] = [];
  const dropped: CarriedOut['dropped'][number][] = [];
  let thread: FilePlan['thread'];
  let swap: string | undefined;
  for (const file of stops.length > 0 ? [] : plan.files.filter(hasWork)) {
    const text = await textOf(trial, file.file);
    if (text === undefined) {
      stops.push({ kind: 'not readable', message: `${file.file} could not be read as UTF-8`, file: file.file });
      continue;
    }
    const operations = file.operations.map((one) => fitToVersions(one, trial.rangesOf(file.file)));
    const rewrite = await rewriteSource(
      file.file,
      text,
      { ...file, operations, ...(thread && { thread }) },
      trial.about(file.file),
    );
    stops.push(...rewrite.stops);
    swap ??= rewrite.swap;
    for (const warning of rewrite.warnings) warnings.add(warning);
    for (const line of rewrite.dropped ?? []) dropped.push({ file: file.file, line });
    if (rewrite.edits.length > 0) changes.push({ file: file.file, edits: rewrite.edits });
    for (const { file: path, text: added } of rewrite.created ?? []) {
      changes.push({ file: path, isNew: true, edits: [{ at: [0, 0, 0, 0], text: added }] });
    }
    if (file.offload && rewrite.thread) thread = { thread: rewrite.thread, layout: file.offload.layout };
  }
  return { changes, stops, warnings: [...warnings], dropped, thread: thread?.thread, swap };
}

/** A file may be gone, or written in another encoding, which edits must not touch. */
export function textOf(trial: Trial, file: string): Promise<string | undefined> {
  return trial.read(file).catch(() => undefined);
}

function hasWork(plan: FilePlan): boolean {
  return (
    plan.offload !== undefined ||
    [
      plan.operations,
      plan.functions,
      plan.awaits,
      plan.callbacks,
      plan.imported,
      plan.unawaited,
      plan.reexports ?? [],
      plan.results ?? [],
      plan.members ?? [],
    ].some((list) => list.length > 0)
  );
}
