import { CallFlag, FunctionFlag } from '../model/facts.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import { HEAVY, onlyComputes } from './profiles.ts';
import { isOnLoopAt } from './entries.ts';
import type { Witness } from './rule.ts';
import type { Survey } from './survey-store.ts';
import { witnessesOf } from './witnesses.ts';
import { type Weighing, workWitnesses } from './work-witnesses.ts';

/** Whether the function is asynchronous, never waits itself, and somebody awaits it as if it did. */
export function seemsToWait({ facts, isHandler, in: callers }: FunctionNode): boolean {
  const { flags } = facts;
  if ((flags & FunctionFlag.Async) === 0 || flags & (FunctionFlag.Waits | FunctionFlag.Generator)) return false;
  return !isHandler && callers.some(isAwaited);
}

/** What waits for it in a start-up or a command keeps nobody waiting. */
function isAwaited({ kind, from, call }: Edge): boolean {
  if (kind !== EdgeKind.Async || !isOnLoopAt(from.reach)) return false;
  return ((callOf(from, call)?.flags ?? 0) & CallFlag.Awaited) !== 0;
}

/** Finds asynchronous functions that only compute, and for long: whoever awaits them overlaps with nothing. */
export function surveyIdle(weighing: Weighing, node: FunctionNode, survey: Survey): void {
  for (const { from } of node.in) survey.functions.add(from);
  if (!seemsToWait(node)) return;
  const seen = new Set<FunctionNode>();
  const found = isDone(weighing, node, seen) ? longestOf(node, weighing, seen) : undefined;
  for (const other of seen) {
    survey.functions.add(other);
    survey.files.add(other.file);
  }
  if (found) survey.witnesses.push(toWitness(node, found));
}

/** Whether all of its work is done when it returns: nothing is set going that waits, awaited or not. */
function isDone({ evaluation }: Weighing, node: FunctionNode, seen: Set<FunctionNode>): boolean {
  if (!onlyComputes(evaluation, node, seen)) return false;
  return node.out.every(({ kind, to }) => kind !== EdgeKind.Async || onlyComputes(evaluation, to, seen));
}

/** What it computes itself, whenever it is called: what failures or first calls cost is paid seldom. */
function longestOf(node: FunctionNode, weighing: Weighing, seen: Set<FunctionNode>): Witness | undefined {
  const visit = (visited: FunctionNode): void => void seen.add(visited);
  return [...witnessesOf(node, () => true, visit), ...workWitnesses(node, weighing, visit)].find(
    ({ rule, cost, confidence, isMemoised, isOnFailure }) =>
      HEAVY.has(rule) && cost === 'large' && confidence === 'certain' && !isMemoised && !isOnFailure,
  );
}

function toWitness({ facts, file }: FunctionNode, found: Witness): Witness {
  const last = found.path.at(-1);
  const api = found.blocker.kind === 'api' ? found.blocker.api : undefined;
  return {
    ...found,
    rule: 'concurrency-for-cpu',
    file: file.path,
    at: facts.at,
    text: facts.name,
    blocker: {
      kind: 'jobs',
      text: api?.name ?? last?.call ?? found.text,
      job: facts.name,
      computes: last?.call ?? found.text,
      does: api ? api.entry.does : 'computes for long',
      isAlone: true,
    },
    cost: 'small',
    confidence: 'certain',
    path: [{ file: file.path, at: facts.at, caller: facts.name, call: facts.name }, ...found.path],
  };
}
