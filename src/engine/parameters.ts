import type { FunctionFacts, ValueId } from '../model/facts.ts';
import type { CallbackEntry, TypeEntry } from '../catalog/types.ts';
import { argumentFor, takes } from './arguments.ts';
import { join, NOTHING, softened, UNKNOWN, UNKNOWN_SOFT, type Result } from './atoms.ts';
import { each, resultOf, type Evaluation } from './evaluation.ts';
import { memberOf } from './members.ts';
import { typeEntry } from './type-entries.ts';
import type { FunctionNode } from './nodes.ts';
import { tagOf, valueOf, type Unit } from './unit.ts';

/** A function with more call sites than this takes all sorts of arguments; nothing is said of its parameters. */
const MAX_SITES = 16;

/** What a parameter is: what its annotation says, else the API that the function is handed to, else its call sites. */
export function parameter(evaluation: Evaluation, unit: Unit, index: number, position: number): Result {
  const facts = unit.facts.functions[index];
  const node = unit.functions[index];
  if (!facts || !node) return UNKNOWN;
  const annotation = facts.params[position];
  if (annotation !== undefined && annotation !== null) {
    const base = evaluation.base.evaluate(unit, annotation);
    if (base.atoms.some((atom) => atom.kind !== 'object')) return evaluation.evaluate(unit, annotation);
    // The shape of an object says what it has, not what that does.
    if (base.atoms.length > 0) return fromCallSites(evaluation, unit, node, position, softened(base));
  }
  const typed = typedByCallee(evaluation, unit, facts, position) ?? typedByType(evaluation, unit, facts, position);
  if (typed) return typed;
  return fromCallSites(evaluation, unit, node, position, UNKNOWN_SOFT);
}

/** For a function that is written as an argument: what the callee says of its parameters. */
function typedByCallee(evaluation: Evaluation, unit: Unit, facts: FunctionFacts, position: number): Result | undefined {
  if (!facts.argumentOf) return undefined;
  const [callIndex, argument] = facts.argumentOf;
  const call = unit.facts.functions[facts.parent]?.calls[callIndex];
  if (!call || tagOf(unit, call.callee) === 'function') return undefined;
  const callee = evaluation.base.evaluate(unit, call.callee);
  let all = NOTHING;
  for (const atom of callee.atoms) {
    if (atom.kind === 'function' || atom.kind === 'class') return undefined;
    if (atom.kind !== 'api') continue;
    for (const entry of atom.path.callbacks) {
      if (entry.property === undefined && takes(entry, call, argument))
        all = join(all, typeOf(evaluation, entry, position));
    }
  }
  if (all.atoms.length > 0) return all;
  const item = itemGiven(evaluation, unit, call.callee, position);
  if (item.atoms.length > 0 || item.soft) return item;
  // Nobody but the callee calls it, and nobody knows the callee.
  return callee.soft ? UNKNOWN_SOFT : UNKNOWN;
}

/** `handlers.forEach((handler) => …)`: an item of what is gone through. */
function itemGiven(evaluation: Evaluation, unit: Unit, callee: ValueId, position: number): Result {
  const value = valueOf(unit, callee);
  const { iterates, item } = unit.traits;
  if (value[0] !== 'member' || item === undefined || iterates.get(value[2]) !== position) return UNKNOWN;
  return each(evaluation.evaluate(unit, value[1]), (atom) => {
    if (atom.kind !== 'array' && atom.kind !== 'object') return UNKNOWN;
    return each(memberOf(evaluation, unit, atom, item), (giver) => resultOf(evaluation, unit, giver));
  });
}

/** What the type that a function is declared to have says of its parameters. */
function typedByType(evaluation: Evaluation, unit: Unit, facts: FunctionFacts, position: number): Result | undefined {
  for (const id of facts.types ?? []) {
    const entry = typeEntry(evaluation, unit, id);
    if (entry?.params) return typeOf(evaluation, entry, position);
  }
  return undefined;
}

function typeOf(evaluation: Evaluation, entry: CallbackEntry | TypeEntry, position: number): Result {
  const type = entry.params?.[position];
  const path = type === undefined || type === null ? null : evaluation.paths.named(type);
  return path ? path.atom.alone : NOTHING;
}

function fromCallSites(
  evaluation: Evaluation,
  unit: Unit,
  node: FunctionNode,
  position: number,
  declared: Result,
): Result {
  if (evaluation.layer === 0) return declared;
  node.asksCallSites = true;
  let all = declared.atoms.length > 0 ? declared : NOTHING;
  for (const typing of node.typings) all = join(all, typeOf(evaluation, typing.entry, position));
  let sites = 0;
  for (const edge of node.in) if (edge.isSite && ++sites > MAX_SITES) return declared;
  for (const edge of node.in) {
    const caller = edge.from.file.unit;
    const call = edge.from.facts.calls[edge.call];
    const value = call && argumentFor(call, node, position);
    if (!edge.isSite || !caller || value === undefined) continue;
    // A constant is no more than something that may be passed: many of them must not hide what else is.
    const isConstant = tagOf(caller, value) === 'literal';
    all = join(all, isConstant ? UNKNOWN : evaluation.evaluateFor(unit, caller, value));
  }
  return all;
}
