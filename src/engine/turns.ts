import { CallFlag, FunctionFlag, type LoopFacts, type ValueId } from '../model/facts.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import { beginsAt, rootNames } from './roots.ts';
import { valueOf, type Unit } from './unit.ts';

/** Whether each round lets others run: it awaits a call that may wait. Loops that surely do have no facts. */
export function givesTurns(node: FunctionNode, loop: LoopFacts, index: number): boolean {
  const isOwn = loop.calls.some((call) => {
    const flags = callOf(node, call)?.flags ?? 0;
    return (flags & CallFlag.Awaited) !== 0 && mayWait(node.out.filter((edge) => edge.call === call));
  });
  if (isOwn) return true;
  return node.facts.loops.some((inner, at) => inner.parent === index && at > index && givesTurns(node, inner, at));
}

/** Whether there may be something to wait for in what is called. Functions that it is handed do not decide. */
function mayWait(edges: readonly Edge[]): boolean {
  const callees = edges.filter(({ isCall }) => isCall);
  if (callees.length > 0) return callees.some(({ to }) => returnsLate(to));
  const executor = edges.find(({ from, call }) => madeBy(from, call))?.to;
  return !executor || !settlesAtOnce(executor);
}

/** Whether it waits itself, or hands on what others may still be busy with. */
function returnsLate({ facts, file: { unit } }: FunctionNode): boolean {
  if (facts.flags & FunctionFlag.Waits || !unit) return true;
  return facts.returns.some((id) => isLate(unit, id));
}

function isLate(unit: Unit, id: ValueId): boolean {
  const value = valueOf(unit, id);
  switch (value[0]) {
    case 'union':
      return value[1].some((part) => isLate(unit, part));
    case 'instance':
      return isPromise(unit, value[1]);
    case 'result':
      return !beginsAt(unit, value[1], unit.traits.immediate);
    default:
      return false;
  }
}

/** What is made with a function that settles it. */
export function isPromise(unit: Unit, id: ValueId): boolean {
  const { promise } = unit.traits;
  return promise !== undefined && rootNames(unit, { id, first: '' })[0] === promise;
}

/** Whether the call makes a promise. */
function madeBy(node: FunctionNode, index: number): boolean {
  const call = callOf(node, index);
  return call !== undefined && node.file.unit !== undefined && isPromise(node.file.unit, call.callee);
}

/** `(resolve) => resolve(compute())`: whoever hands `resolve` on does not. */
export function settlesAtOnce({ facts, index, file: { unit } }: FunctionNode): boolean {
  if (!unit || unit.functions.some((inner) => inner.facts.parent === index)) return false;
  return facts.calls.some(({ callee }) => {
    const value = valueOf(unit, callee);
    return value[0] === 'param' && value[1] === index;
  });
}
