import { CallFlag, FunctionFlag, type ValueId } from '../model/facts.ts';
import type { Atom } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import { EdgeKind, type FunctionNode } from './nodes.ts';
import type { Witness } from './rule.ts';
import { beginsAt } from './roots.ts';
import { isPromise, settlesAtOnce } from './turns.ts';
import { valueOf, type Unit } from './unit.ts';
import { witnessesOf } from './witnesses.ts';
import { workWitnesses, type Weighing } from './work-witnesses.ts';

/** What waiting for a function is worth: does it wait, or does it compute before it lets anybody else run? */

/** Functions that were looked at for an answer. */
export type Seen = Set<FunctionNode>;

/** Whether a call of the function is done, with all of its work, when it returns, although it may return a promise. */
export function onlyComputes(evaluation: Evaluation, node: FunctionNode, seen: Seen): boolean {
  if (seen.has(node)) return true;
  const { unit } = node.file;
  if (!unit || !neverWaits(evaluation, unit, node, seen)) return false;
  return node.facts.returns.every((id) => isDone(evaluation, unit, node, id, seen));
}

/** Whether it awaits nothing but computations, and leaves nothing to be called later. */
function neverWaits(evaluation: Evaluation, unit: Unit, node: FunctionNode, seen: Seen): boolean {
  seen.add(node);
  const { facts } = node;
  if (node.index < 0 || facts.flags & FunctionFlag.Generator) return false;
  if (
    node.out.some(({ kind }) => kind === EdgeKind.Later || kind === EdgeKind.Continuation || kind === EdgeKind.Unknown)
  ) {
    return false;
  }
  const asked = facts.calls.filter(({ flags }) => flags & CallFlag.Awaited);
  if ((facts.waits ?? 0) > asked.length) return false;
  return asked.every(({ callee }) => calleeComputes(evaluation, unit, callee, seen));
}

function calleeComputes(evaluation: Evaluation, unit: Unit, callee: ValueId, seen: Seen): boolean {
  const { atoms, open } = evaluation.evaluate(unit, callee);
  return !open && atoms.length > 0 && atoms.every((atom) => isComputing(evaluation, atom, seen));
}

function isComputing(evaluation: Evaluation, atom: Atom, seen: Seen): boolean {
  if (atom.kind === 'api') return atom.path.api !== undefined;
  return atom.kind === 'function' && onlyComputes(evaluation, atom.node, seen);
}

/** Whether a returned value is there, and no promise of something to come. */
function isDone(evaluation: Evaluation, unit: Unit, node: FunctionNode, id: ValueId, seen: Seen): boolean {
  const value = valueOf(unit, id);
  switch (value[0]) {
    case 'union':
      return value[1].every((part) => isDone(evaluation, unit, node, part, seen));
    case 'instance':
      return (
        !isPromise(unit, value[1]) || executorsOf(unit, node).every((fn) => isExecutor(evaluation, unit, fn, seen))
      );
    case 'result':
      return beginsAt(unit, value[1], unit.traits.immediate) || calleeComputes(evaluation, unit, value[1], seen);
    case 'import':
      return false;
    default:
      return true;
  }
}

function executorsOf(unit: Unit, { index }: FunctionNode): FunctionNode[] {
  return unit.functions.filter(({ facts }) => facts.parent === index);
}

/** An executor that settles its promise before it returns. */
export function isExecutor(evaluation: Evaluation, unit: Unit, node: FunctionNode, seen: Seen): boolean {
  return settlesAtOnce(node) && neverWaits(evaluation, unit, node, seen);
}

/** Rules whose findings are computations. */
export const HEAVY: ReadonlySet<string> = new Set<string>(['heavy-call', 'heavy-loop']);

/**
 * The computation that makes the function heavy, if there is one. How much data there is may be assumed, or has to be
 * `certain`.
 */
export function computationOf(
  node: FunctionNode,
  weighing: Weighing,
  seen: Seen,
  weight: 'assumed' | 'certain',
): Witness | undefined {
  const visit = (visited: FunctionNode): void => void seen.add(visited);
  const own = [...witnessesOf(node, () => true, visit), ...workWitnesses(node, weighing, visit)];
  const [best] = own
    .filter(
      ({ rule, confidence, cost, isMemoised }) =>
        HEAVY.has(rule) && (weight === 'assumed' || confidence === weight) && cost !== 'small' && !isMemoised,
    )
    .sort((a, b) => Number(a.cost !== 'large') - Number(b.cost !== 'large'));
  if (best) return best;
  for (const { kind, to } of node.out) {
    if (kind !== EdgeKind.Async || seen.has(to)) continue;
    const deeper = computationOf(to, weighing, new Set([...seen, node]), weight);
    if (deeper) return deeper;
  }
  return undefined;
}
