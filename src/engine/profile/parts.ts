import { CallFlag, LoopFlag, type CallFacts, type SizeFacts } from '../../model/facts.ts';
import type { Rounds } from '../../model/work-profile.ts';
import type { Evaluation } from '../evaluation.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from '../nodes.ts';
import { isWrittenAt } from '../registrations.ts';
import { valueOf, type Unit } from '../unit.ts';
import { guessOf, rootOf } from '../work-sizes.ts';

/** A function, or a callback that is written in it and runs as a part of its flow, with what surrounds it. */
export interface Part {
  readonly node: FunctionNode;
  /** Set where it runs for each of some items. */
  readonly rounds: Rounds | undefined;
  readonly isTogether: boolean;
  readonly isKept: boolean;
  /** It runs before the call returns that it is handed to. */
  readonly isInline: boolean;
}

export function partsOf(evaluation: Evaluation, node: FunctionNode): Part[] {
  const parts: Part[] = [{ node, rounds: undefined, isTogether: false, isKept: false, isInline: false }];
  const seen = new Set([node]);
  for (const outer of parts) {
    for (const edge of outer.node.out) {
      if (seen.has(edge.to) || !isPartOfFlow(edge)) continue;
      seen.add(edge.to);
      parts.push(partAt(evaluation, outer, edge));
    }
  }
  return parts;
}

/** Whether the edge leads to a function that is written there and runs in the caller's own flow. */
export function isPartOfFlow(edge: Edge): boolean {
  const { kind } = edge;
  const isFlow = kind === EdgeKind.Sync || kind === EdgeKind.Async || kind === EdgeKind.Continuation;
  return isFlow && edge.call >= 0 && isWrittenAt(edge);
}

function partAt(evaluation: Evaluation, outer: Part, edge: Edge): Part {
  const { unit } = outer.node.file;
  const call = callOf(outer.node, edge.call);
  const around = surroundingsOf(evaluation, outer, edge.call);
  const isJob = unit !== undefined && isJobOf(unit, outer.node, edge.to);
  const ofItems = unit && call && isForEach(edge, call) ? itemsOf(evaluation, unit, outer.node, call) : undefined;
  return {
    node: edge.to,
    rounds: ofItems ?? around.rounds,
    // Rounds of an asynchronous callback begin without waiting for each other.
    isTogether: around.isTogether || isJob || (edge.kind === EdgeKind.Async && ofItems !== undefined && !isFold(edge)),
    isKept: around.isKept,
    isInline: edge.kind === EdgeKind.Sync,
  };
}

/** What surrounds a call of a part. */
export function surroundingsOf(
  evaluation: Evaluation,
  { node, rounds, isTogether, isKept }: Part,
  index: number,
): Pick<Part, 'rounds' | 'isTogether' | 'isKept'> {
  const call = callOf(node, index);
  const flags = call?.flags ?? 0;
  return {
    rounds: roundsOf(evaluation, node, index, flags) ?? rounds,
    isTogether: isTogether || (call !== undefined && isJoined(node, call)),
    isKept: isKept || (flags & (CallFlag.Memoised | CallFlag.Kept)) !== 0,
  };
}

function roundsOf(evaluation: Evaluation, node: FunctionNode, index: number, flags: number): Rounds | undefined {
  const { unit } = node.file;
  const loop = node.facts.loops.findLast(
    ({ calls, flags: kind }) => calls.includes(index) && (kind & LoopFlag.Callback) === 0,
  );
  if (loop && unit) {
    const { size } = loop;
    if (size[0] === 'constant') return { of: '', amount: size[1] };
    return sized(evaluation, node, size);
  }
  const group = node.facts.awaitGroups?.find(({ kind, calls }) => kind === 'each' && calls.includes(index));
  if (group) return { of: group.items };
  return flags & CallFlag.InLoop ? { of: '' } : undefined;
}

/** `ids.map(load)`: it is called for each item, by something that is there for that. */
function isForEach({ entry }: Edge, { flags, text }: CallFacts): boolean {
  return entry?.runs === 'now' && (flags & CallFlag.New) === 0 && text.includes('.');
}

/** Each round is handed what the one before returned. */
function isFold({ entry }: Edge): boolean {
  return entry?.name.startsWith('reduce') ?? false;
}

function itemsOf(evaluation: Evaluation, unit: Unit, node: FunctionNode, call: CallFacts): Rounds {
  const callee = valueOf(unit, call.callee);
  const of = call.text.slice(0, Math.max(0, call.text.lastIndexOf('.')));
  return callee[0] === 'member' ? sized(evaluation, node, ['items', callee[1], of]) : { of };
}

function sized(
  evaluation: Evaluation,
  node: FunctionNode,
  [kind, id, of]: Exclude<SizeFacts, readonly ['constant', number]>,
): Rounds {
  const { unit } = node.file;
  if (!unit) return { of };
  const [root, path] = rootOf(unit, id);
  const { amount } = guessOf(evaluation, node, { kind, file: node.file, root, path, text: of });
  return { of, ...(amount !== undefined && { amount }) };
}

/** Whether a function is what makes promises that are waited for together. */
function isJobOf(unit: Unit, node: FunctionNode, job: FunctionNode): boolean {
  return (node.facts.joins ?? []).some(({ jobs }) =>
    jobs.some((id) => {
      const value = valueOf(unit, id);
      return value[0] === 'function' && unit.functions[value[1]] === job;
    }),
  );
}

/** Whether the promise of a call is waited for together with others. */
function isJoined({ facts }: FunctionNode, { callee, flags, args }: CallFacts): boolean {
  if (flags & CallFlag.Awaited) return false;
  return (facts.joins ?? []).some(({ jobs, each }) =>
    each ? args.some((id) => jobs.includes(id)) : jobs.includes(callee),
  );
}
