import {
  type CallFacts,
  CallFlag,
  type FunctionFacts,
  FunctionFlag,
  type Value,
  type ValueId,
} from '../../model/facts.ts';
import type { Range } from '../../model/range.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import { internMember, rootOf, UNKNOWN } from '../values.ts';
import { collectAwaitGroups } from './await-groups.ts';
import { HARMLESS } from './builtins.ts';
import { ITERATION } from './collections.ts';
import { collectGuards } from './conditions.ts';
import type { Evaluator } from './evaluator.ts';
import { isOfMemory } from './in-memory.ts';
import { collectJoins } from './joins.ts';
import { collectLoops } from './loops.ts';
import { collectBounded, collectMatches } from './matches.ts';
import { collectRecursion } from './recursion.ts';
import type { CallRecord, ClassRecord, FunctionRecord, Placed } from './records.ts';
import { isComplaint, isQuietCall } from './side-effects.ts';
import { collectSpins } from './spin.ts';
import { calleeText } from './text.ts';
import { isFunctionNode, type Node, unwrap } from './tree.ts';
import { typeValue, yieldedType } from './types.ts';
import { BUILTINS } from './walk-imports.ts';

export function collectFunction(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): FunctionFacts {
  const calls = collectCalls(evaluator, record, starts);
  const recursion = collectRecursion(evaluator, record, starts);
  const { argumentOf, owner, waits, flags } = record;
  const call = argumentOf && argumentOf.call.index >= 0 ? argumentOf : undefined;
  return {
    key: record.key,
    name: record.name,
    at: headRange(record, starts),
    body: rangeAt(record.index === 0 ? { start: 0, end: evaluator.walk.source.length } : record.node, starts),
    parent: record.parent?.index ?? -1,
    flags: flags | (waits > 0 ? FunctionFlag.Waits : 0),
    paramNames: record.params.map(({ name }) => name),
    params: collectParams(evaluator, record),
    returns: collectReturns(evaluator, record),
    calls,
    ...collectGuards(evaluator, record, calls),
    operations: collectSpins(evaluator, record, starts),
    ...collectLoops(evaluator, record, starts),
    ...(recursion && { recursion }),
    ...(waits > 0 && { waits }),
    ...collectAwaits(evaluator, record, starts),
    decorators: record.decorators.map(({ node, scope }) => evaluator.evaluate(node, scope)),
    ...(call && { argumentOf: [call.call.index, call.index] as const }),
    ...(owner && { owner: owner.index }),
  };
}

function collectAwaits(
  evaluator: Evaluator,
  record: FunctionRecord,
  starts: LineStarts,
): Pick<FunctionFacts, 'awaitGroups' | 'joins' | 'matches' | 'bounded'> {
  const awaitGroups = collectAwaitGroups(evaluator, record, starts);
  const joins = collectJoins(evaluator, record, starts);
  const matches = collectMatches(evaluator, record, starts);
  const bounded = evaluator.walk.loads.has('python:re') ? collectBounded(evaluator, record) : [];
  return {
    ...(awaitGroups.length > 0 && { awaitGroups }),
    ...(joins.length > 0 && { joins }),
    ...(matches.length > 0 && { matches }),
    ...(bounded.length > 0 && { bounded }),
  };
}

function rangeAt({ start, end }: Pick<Node, 'start' | 'end'>, starts: LineStarts): Range {
  return rangeBetween(starts, start, end);
}

function headRange({ index, node, nameNode }: FunctionRecord, starts: LineStarts): Range {
  if (index === 0) return [0, 0, 0, 0];
  return nameNode ? rangeAt(nameNode, starts) : rangeBetween(starts, node.start, node.start + 1);
}

function collectParams(evaluator: Evaluator, record: FunctionRecord): (ValueId | null)[] {
  const params = record.params.map(({ type }) => (type ? (typeValue(evaluator, type.node, type.scope) ?? null) : null));
  return params.some((param) => param !== null) ? params : [];
}

const MAX_RETURNS = 6;

function collectReturns(evaluator: Evaluator, record: FunctionRecord): ValueId[] {
  const given: readonly Placed[] = record.isManager ? record.yields : record.returns;
  const returned = new Set(given.map(({ node, scope }) => evaluator.evaluate(node, scope)));
  returned.delete(UNKNOWN);
  const { returnType } = record;
  if (returnType && [...returned].every((id) => isVague(evaluator, id))) {
    const of = record.isManager ? yieldedType : typeValue;
    const type = of(evaluator, returnType.node, returnType.scope);
    if (type !== undefined) return [type];
  }
  return [...returned].slice(0, MAX_RETURNS);
}

/** What is returned is something of something, or made by something: the annotation knows more. */
function isVague(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  if (value?.[0] === 'result') return evaluator.values[value[1]]?.[0] !== 'class';
  return value?.[0] === 'member' || value?.[0] === 'param' || value?.[0] === 'union' || value?.[0] === 'literal';
}

function collectCalls(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): CallFacts[] {
  const kept: CallFacts[] = [];
  for (const call of record.calls) {
    const callee = calleeOf(evaluator, call);
    if (call.flags & CallFlag.Read && !mayBeGetter(evaluator, callee)) continue;
    if (call.method === ITERATION && !mayBlockIteration(evaluator, callee)) continue;
    const root = rootOf(evaluator, callee);
    const functional = call.args.some((argument) => mayBeFunction(evaluator, argument, call));
    if (!functional && isPointless(evaluator, root, callee)) {
      if (!isQuietCall(evaluator, record, call) && !isComplaint(call)) record.flags |= FunctionFlag.TouchesOutside;
      continue;
    }
    call.index = kept.length;
    kept.push({
      callee,
      args: call.args.map((argument) => evaluator.evaluate(argument, call.scope)),
      ...(call.keywords.length > 0 && { keywords: call.keywords }),
      at: rangeAt(call.at, starts),
      flags: flagsOf(evaluator, record, call),
      text: calleeText(evaluator.walk.source, call.callee),
    });
  }
  return kept;
}

function flagsOf(evaluator: Evaluator, record: FunctionRecord, call: CallRecord): number {
  return (
    call.flags | quietFlag(evaluator, record, call) | memoryFlag(evaluator, call) | handedOverFlag(evaluator, call)
  );
}

/** Modules whose functions go through what they are given at once, or for whom asks them. */
const GOING_THROUGH = new Set(
  ['builtins', 'itertools', 'collections', 'heapq', 'statistics', 'functools'].map(moduleOf),
);

function moduleOf(name: string): string {
  return `python:${name}`;
}

function handedOverFlag(evaluator: Evaluator, { handedTo, scope }: CallRecord): number {
  if (!handedTo) return 0;
  const root = evaluator.values[rootOf(evaluator, evaluator.evaluate(handedTo, scope))];
  const isLibrary = root?.[0] === 'import' && !GOING_THROUGH.has(evaluator.imports[root[1]] ?? '');
  return isLibrary ? CallFlag.HandedOver : 0;
}

function quietFlag(evaluator: Evaluator, record: FunctionRecord, call: CallRecord): number {
  return isQuietCall(evaluator, record, call) ? CallFlag.Quiet : 0;
}

function memoryFlag(evaluator: Evaluator, call: CallRecord): number {
  return evaluator.walk.loads.has('python:io') && isOfMemory(evaluator, call) ? CallFlag.InMemory : 0;
}

/** Whether going through something may run code that the catalog or the project has: it is no plain collection. */
function mayBlockIteration(evaluator: Evaluator, callee: ValueId): boolean {
  const member = evaluator.values[callee];
  const of = member?.[0] === 'member' ? evaluator.values[member[1]] : undefined;
  if (member?.[0] !== 'member' || !of) return false;
  const made = of[0] === 'instance' || of[0] === 'result' ? evaluator.values[of[1]] : undefined;
  if (made?.[0] === 'class') return isMember(evaluator.walk.classes[made[1]], ITERATION);
  const root = evaluator.values[rootOf(evaluator, member[1])];
  if (root?.[0] === 'import') return evaluator.imports[root[1]] !== BUILTINS;
  // Fields of the project's own are collections, mostly; what is had from them need not be.
  return of[0] !== 'member' ? made?.[0] === 'member' && root?.[0] === 'class' : isOfField(evaluator, of[1], root);
}

/** `self.process.stdout`, against `self.names`. */
function isOfField(evaluator: Evaluator, owner: ValueId, root: Value | undefined): boolean {
  return root?.[0] === 'class' && evaluator.values[owner]?.[0] === 'member';
}

/** Whether a class of the file has a method, or may have it from a superclass. */
function isMember(record: ClassRecord | undefined, name: string): boolean {
  return record !== undefined && (record.statics.has(name) || record.bases.length > 0);
}

/** Whether an attribute may have a getter: it is one of an instance of a class of the project, as far as the file can tell. */
function mayBeGetter(evaluator: Evaluator, id: ValueId): boolean {
  const member = evaluator.values[id];
  const of = member?.[0] === 'member' ? evaluator.values[member[1]] : undefined;
  if (member?.[0] !== 'member' || (of?.[0] !== 'instance' && of?.[0] !== 'result')) return false;
  const made = evaluator.values[of[1]];
  if (made?.[0] === 'class') return isGetter(evaluator, evaluator.walk.classes[made[1]], member[2]);
  return made?.[0] === 'member' || made?.[0] === 'import';
}

function isGetter(evaluator: Evaluator, record: ClassRecord | undefined, name: string): boolean {
  if (!record) return false;
  const own = record.statics.get(name) ?? record.fields.get(name);
  if (!own) return record.bases.length > 0;
  return own.some((source) => source.kind === 'function' && (source.fn.flags & FunctionFlag.Getter) !== 0);
}

function calleeOf(evaluator: Evaluator, { callee, method, scope }: CallRecord): ValueId {
  const of = evaluator.evaluate(callee, scope);
  return method === undefined || of === UNKNOWN ? of : internMember(evaluator, of, method);
}

/** Calls that say nothing to any rule. */
function isPointless(evaluator: Evaluator, root: ValueId, callee: ValueId): boolean {
  const value = evaluator.values[root];
  switch (value?.[0]) {
    case 'unknown':
    case 'literal':
    case 'array':
      return true;
    case 'import':
      return evaluator.imports[value[1]] === BUILTINS && HARMLESS.has(builtinName(evaluator, callee));
    default:
      return false;
  }
}

/** The name of the built-in function at the start of a chain. */
function builtinName(evaluator: Evaluator, id: ValueId): string {
  let name = '';
  for (let value = evaluator.values[id]; value && value[0] !== 'import';) {
    if (value[0] === 'member') name = value[2];
    value = typeof value[1] === 'number' ? evaluator.values[value[1]] : undefined;
  }
  return name;
}

const CALLABLE = new Set(['function', 'import', 'class', 'object', 'param']);

function mayBeFunction(evaluator: Evaluator, argument: Node, call: CallRecord): boolean {
  const node = unwrap(argument);
  if (isFunctionNode(node)) return true;
  if (node.type !== 'identifier' && node.type !== 'attribute') return false;
  return CALLABLE.has(evaluator.values[rootOf(evaluator, evaluator.evaluate(node, call.scope))]?.[0] ?? '');
}
