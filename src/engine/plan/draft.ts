import type { CallFacts } from '../../model/facts.ts';
import type { FilePlan, Stop } from '../../model/fix.ts';
import type { Range } from '../../model/range.ts';
import type { FunctionNode } from '../nodes.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A plan while it grows. */
export interface Draft {
  readonly files: Map<string, Mutable<FilePlan>>;
  /** Functions that become asynchronous. */
  readonly functions: Set<FunctionNode>;
  /** Functions that are asynchronous and get a further wait. */
  readonly waiting: Set<FunctionNode>;
  /** Functions that stay as they are and get an asynchronous copy beside them. */
  readonly copies: ReadonlyMap<FunctionNode, PlannedCopy>;
  readonly stops: Stop[];
  readonly warnings: Set<string>;
}

/** An asynchronous copy of a function. */
export interface PlannedCopy {
  readonly name: string;
  /** Whose calls go to the copy. */
  readonly callers: ReadonlySet<FunctionNode>;
  /** The copy is there already. */
  readonly exists: boolean;
}

export function createDraft(copies: Draft['copies'] = new Map()): Draft {
  return { files: new Map(), functions: new Set(), waiting: new Set(), copies, stops: [], warnings: new Set() };
}

/** A plan of a file that changes nothing. */
export function emptyPlan(file: string): Mutable<FilePlan> {
  return {
    file,
    operations: [],
    functions: [],
    awaits: [],
    callbacks: [],
    handovers: [],
    imported: [],
    unawaited: [],
  };
}

export function filePlan(draft: Draft, file: string): Mutable<FilePlan> {
  let plan = draft.files.get(file);
  if (!plan) {
    plan = emptyPlan(file);
    draft.files.set(file, plan);
  }
  return plan;
}

export function stop(draft: Draft, kind: string, message: string, place: FunctionNode, call?: CallFacts): void {
  draft.stops.push({ kind, message, file: place.file.path, at: call?.at ?? place.facts.at });
}

export function sameRange(a: Range, b: Range): boolean {
  return a.every((part, index) => part === b[index]);
}
