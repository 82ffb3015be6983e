import { CallFlag, FunctionFlag, LoopFlag } from '../../model/facts.ts';
import type { Finding, PathStep } from '../../model/finding.ts';
import type { Range } from '../../model/range.ts';
import { EdgeKind, type FunctionNode } from '../nodes.ts';
import type { Audit } from './audit.ts';
import { createDraft, filePlan, sameRange } from './draft.ts';
import { mayLoad, unfitImports } from './loadable.ts';
import { planWait, type WaitPlan } from './plan-async.ts';

export interface CallPlace {
  /** The function that waits for the thread. */
  readonly node: FunctionNode;
  readonly at: Range;
  /** The source text there: a callee, or the head of a loop. */
  readonly text: string;
}

/** A place on the way to a computation where it can be handed to a thread. */
export interface OffloadCut extends CallPlace {
  /** What is called, where that is a function at the top level of a file; else the code itself moves. */
  readonly work: FunctionNode | undefined;
  /** Whether the file of what moves may be loaded by a thread, and what it imports that may not. */
  readonly mayLoad: boolean;
  readonly unfit: readonly string[];
  /** It takes long only because something is looked up, copied or sorted in each round: a thread is the second best. */
  readonly isWasteful: boolean;
}

/** Where the computation of a finding can be cut off, outermost first. */
export function offloadCuts({ files }: Audit, finding: Finding): OffloadCut[] {
  const cuts: OffloadCut[] = [];
  const isWasteful = wastesSteps(files, finding);
  // The first step of jobs that are waited for together is the wait.
  const steps = finding.rule === 'concurrency-for-cpu' ? finding.path.slice(1) : finding.path;
  for (const step of steps) {
    const found = placeOf(files.get(step.file)?.unit?.functions ?? [], step);
    if (!found) break;
    const { node, call } = found;
    // What is called later has a way of its own.
    if (node.out.some((edge) => edge.call === call && edge.kind === EdgeKind.Later)) continue;
    const work = call < 0 ? undefined : calledFunction(node, call);
    const isOwnWork = call < 0 || !node.out.some((edge) => edge.call === call && edge.isCall);
    if (work || isOwnWork) {
      const { file } = work ?? node;
      cuts.push({
        node,
        at: step.at,
        text: step.call,
        work,
        mayLoad: mayLoad(file),
        unfit: unfitImports(file),
        isWasteful,
      });
    }
    // Inside of a loop there would be a message for each round.
    if (isOwnWork || (finding.rule === 'heavy-loop' && isInLoop(node, call))) break;
  }
  return cuts;
}

function wastesSteps(files: Audit['files'], { path }: Finding): boolean {
  const last = path.at(-1);
  const loops = files.get(last?.file ?? '')?.unit?.functions.flatMap(({ facts }) => facts.loops) ?? [];
  const wasteful = LoopFlag.Lookup | LoopFlag.Copy | LoopFlag.Sort;
  return loops.some(({ at, flags }) => last !== undefined && sameRange(at, last.at) && (flags & wasteful) !== 0);
}

/** The call in the entry that a finding stands at, if all of the work is done before it returns. */
export function entryCut({ files }: Audit, { path: [step, next] }: Finding): CallPlace | undefined {
  const found = step && placeOf(files.get(step.file)?.unit?.functions ?? [], step);
  if (!found || !next) return undefined;
  const { node, call } = found;
  const isLater = FunctionFlag.Async | FunctionFlag.Generator;
  const isDone = node.out.some(
    ({ call: index, isCall, to: { facts } }) =>
      index === call && isCall && facts.name === next.caller && (facts.flags & isLater) === 0,
  );
  return isDone ? { node, at: step.at, text: step.call } : undefined;
}

/** Which function has the call or the loop, and the index of the call. */
function placeOf(
  functions: readonly FunctionNode[],
  { at }: PathStep,
): { readonly node: FunctionNode; readonly call: number } | undefined {
  for (const node of functions) {
    const call = node.facts.calls.findIndex((one) => sameRange(one.at, at));
    if (call >= 0) return { node, call };
    const hasPlace = [node.facts.loops, node.facts.matches ?? [], node.facts.recursion ?? []]
      .flat()
      .some((one) => sameRange(one.at, at));
    if (hasPlace) return { node, call };
  }
  return undefined;
}

function isInLoop({ facts }: FunctionNode, call: number): boolean {
  return ((facts.calls[call]?.flags ?? 0) & CallFlag.InLoop) !== 0;
}

/** The one function that a call runs at once, if it stands at the top level of its file. */
function calledFunction(node: FunctionNode, call: number): FunctionNode | undefined {
  const edges = node.out.filter((edge) => edge.call === call && edge.isCall);
  const [edge] = edges;
  if (edges.length !== 1 || !edge || edge.likely) return undefined;
  const { flags, parent } = edge.to.facts;
  const isOther = FunctionFlag.Async | FunctionFlag.Generator | FunctionFlag.Method | FunctionFlag.Constructor;
  return parent === 0 && edge.to.index > 0 && (flags & isOther) === 0 ? edge.to : undefined;
}

/** Plans that the place of a cut waits for a thread, or for what else the shape says. */
export function planOffload(audit: Audit, { node, at, text }: CallPlace, shape = 'thread'): WaitPlan {
  const draft = createDraft();
  filePlan(draft, node.file.path).operations.push({ at, api: text, target: '', shape, isRequired: true });
  return planWait(audit, draft, node);
}
