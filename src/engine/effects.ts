import { holds } from '../catalog/evaluate.ts';
import { type CallFacts, CallFlag, FunctionFlag, type ValueId } from '../model/facts.ts';
import { argumentsOf } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { callOf, EdgeKind, type FunctionNode } from './nodes.ts';
import { type Target, targetsOf } from './targets.ts';
import { valueOf, type Unit } from './unit.ts';
import type { Visit } from './witnesses.ts';

/** What a call does to the world, as far as it decides whether it may overlap with others. The larger covers the smaller. */
export const Effect = {
  /** Nothing that anybody sees, and it waits for nothing. */
  None: 0,
  /** It waits for something, and changes nothing. */
  Read: 1,
  /** It waits, and changes what one of its arguments names. */
  Write: 2,
  /** It may do anything, or its time is what matters. */
  Unknown: 3,
} as const;
export type Effect = (typeof Effect)[keyof typeof Effect];

export interface EffectSearch {
  readonly evaluation: Evaluation;
  readonly visit: Visit;
  /** Functions on the way: who calls itself does nothing more by it. */
  readonly seen: Set<FunctionNode>;
  /** What is looked at is for when something failed: people may read what is said of it in order. */
  readonly isFailing: boolean;
}

export function effectOfCall(search: EffectSearch, node: FunctionNode, index: number): Effect {
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit) return Effect.Unknown;
  const { evaluation } = search;
  const callee = evaluation.evaluate(unit, call.callee);
  const { found } = targetsOf(evaluation, unit, callee);
  let effect: Effect = found.length > 0 && !callee.open ? Effect.None : Effect.Unknown;
  if (found.length === 0 && (call.flags & CallFlag.Quiet || managesKnown(evaluation, unit, call.callee)))
    effect = Effect.None;
  for (const target of found) {
    if (target.kind === 'function') {
      effect = larger(effect, effectOfFunction(search, target.node));
      continue;
    }
    const { wait, isPure } = target.path;
    const isKnown = wait && (!wait.onlyIf || holds(wait.onlyIf, argumentsOf(evaluation, unit, call)));
    const isQuiet = isPure || (call.flags & CallFlag.Quiet) !== 0;
    effect = larger(effect, isKnown ? EFFECTS[wait.effect] : isQuiet ? Effect.None : Effect.Unknown);
  }
  if (effect === Effect.Unknown) return !search.isFailing && isComplaint(call, found) ? Effect.None : effect;
  return larger(effect, effectOfCallbacks(search, node, index, call.callee));
}

/** What is said of a failure hangs on no order; what is waited for then may. */
function isComplaint({ flags }: CallFacts, found: readonly Target[]): boolean {
  if ((flags & CallFlag.OnFailure) === 0 || (flags & CallFlag.Awaited) !== 0) return false;
  return !found.some((target) =>
    target.kind === 'api' ? target.path.wait : target.node.facts.flags & FunctionFlag.Async,
  );
}

/** To enter what a known call makes, and to leave it, is a part of that call. */
function managesKnown(evaluation: Evaluation, unit: Unit, callee: ValueId): boolean {
  const method = valueOf(unit, callee);
  if (method[0] !== 'member' || !unit.traits.manages.has(method[2])) return false;
  const made = valueOf(unit, method[1]);
  if (made[0] !== 'result' && made[0] !== 'instance') return false;
  const { atoms, open } = evaluation.evaluate(unit, made[1]);
  return !open && atoms.length > 0 && atoms.every((atom) => atom.kind === 'api' && atom.path.wait !== undefined);
}

/** Which arguments of a call name what it writes; undefined: it is not known. */
export function keysOfCall(evaluation: Evaluation, node: FunctionNode, index: number): (number | undefined)[] {
  const call = callOf(node, index);
  const { unit } = node.file;
  if (!call || !unit) return [undefined];
  const { found } = targetsOf(evaluation, unit, evaluation.evaluate(unit, call.callee));
  return found.flatMap((target) => (target.kind === 'api' && target.path.wait ? [target.path.wait.key] : []));
}

const EFFECTS = { read: Effect.Read, write: Effect.Write, pause: Effect.Unknown, own: Effect.None } as const;

/** Functions that are handed to the call. */
function effectOfCallbacks(search: EffectSearch, node: FunctionNode, index: number, callee: number): Effect {
  let effect: Effect = Effect.None;
  for (const { call, kind, to, isSite } of node.out) {
    if (call !== index || isSite) continue;
    if (to.facts.parent < 0 || isCallee(node, callee, to)) continue;
    if (kind !== EdgeKind.Sync && kind !== EdgeKind.Async && kind !== EdgeKind.Continuation) return Effect.Unknown;
    effect = larger(effect, effectOfFunction(search, to));
  }
  return effect;
}

function isCallee({ file: { unit } }: FunctionNode, callee: number, to: FunctionNode): boolean {
  const value = unit?.facts.values.at(callee);
  return value?.[0] === 'function' && unit?.functions[value[1]] === to;
}

const NOT_FOLLOWED = FunctionFlag.TouchesOutside | FunctionFlag.Generator | FunctionFlag.DeclaredBlocking;

function effectOfFunction(search: EffectSearch, node: FunctionNode): Effect {
  search.visit(node);
  if (search.seen.has(node)) return Effect.None;
  search.seen.add(node);
  if (node.index < 0 || node.facts.flags & NOT_FOLLOWED || node.facts.operations.length > 0) return Effect.Unknown;
  let effect: Effect = Effect.None;
  for (let index = 0; index < node.facts.calls.length; index++) {
    effect = larger(effect, effectOfCall(search, node, index));
    if (effect === Effect.Unknown) return effect;
  }
  // What it writes hangs on what it was called with: nobody knows whether two calls write the same.
  return effect === Effect.Write ? Effect.Unknown : effect;
}

function larger(a: Effect, b: Effect): Effect {
  return a > b ? a : b;
}
