import type { TSESTree } from '@typescript-eslint/types';
import {
  type CallFacts,
  CallFlag,
  type FunctionFacts,
  FunctionFlag,
  type OperationFacts,
  type Value,
  type ValueId,
} from '../../model/facts.ts';
import type { Range } from '../../model/range.ts';
import {
  calleeText,
  isFunctionNode,
  isMemberOf,
  type Node,
  shortText,
  startOffset,
  staticName,
  unwrap,
} from './ast.ts';
import { collectAwaitGroups } from './await-facts.ts';
import { collectOrderedAwaits } from './await-order.ts';
import { collectGuards } from './conditions.ts';
import { mayRunGetter } from './getters.ts';
import { declaredTypesOf } from './declared-types.ts';
import { HARMLESS_GLOBALS } from './builtins.ts';
import { calleeValue, evaluate } from './evaluate.ts';
import { startedFile } from './file-references.ts';
import { type LineStarts, rangeBetween, rangeOf } from './lines.ts';
import { collectJoins } from './joins.ts';
import { collectBounded, collectMatches } from './matches.ts';
import { collectLoops } from './loop-facts.ts';
import type { Sizing } from './loop-sizes.ts';
import { collectRecursion } from './recursion.ts';
import type { CallRecord, FunctionRecord, SpinRecord } from './records.ts';
import { isComplaint, isQuiet } from './side-effects.ts';
import { typeValue } from './type-values.ts';
import { rootOf } from '../values.ts';
import { type Evaluator, internGlobal, internImport, internMember, UNKNOWN } from './value-table.ts';

export function collectFunction(
  evaluator: Evaluator,
  sizing: Sizing,
  record: FunctionRecord,
  starts: LineStarts,
): FunctionFacts {
  const recursion = collectRecursion(evaluator, record, starts);
  const calls = collectCalls(evaluator, record, starts);
  const { argumentOf, owner } = record;
  const place = argumentOf && argumentOf.call.index >= 0 ? placeOf(evaluator, argumentOf) : undefined;
  const guards = collectGuards(record);
  const matches = collectMatches(evaluator, record, starts);
  const bounded = collectBounded(evaluator, record);
  const orderedAwaits = collectOrderedAwaits(record, starts);
  const awaitGroups = collectAwaitGroups(evaluator.walk.source, record, starts);
  const joins = collectJoins(evaluator, record, starts);
  const types = declaredTypesOf(evaluator, record);
  const facts: Mutable<FunctionFacts> = {
    key: record.key,
    name: record.name,
    at: record.nameNode ? rangeOf(starts, record.nameNode) : headRange(record, starts),
    body: record.index === 0 ? moduleRange(evaluator, starts) : rangeOf(starts, record.node),
    parent: record.parent?.index ?? -1,
    flags: record.flags | (record.delays > 0 ? FunctionFlag.Waits : 0),
    paramNames: record.paramNames,
    params: collectParams(evaluator, record),
    returns: collectReturns(evaluator, record),
    calls,
    operations: record.spins.flatMap((spin) => collectSpin(evaluator, spin, starts)),
    steps: record.steps,
    loops: collectLoops(sizing, record, starts),
    decorators: record.decorators.map((node) => evaluate(evaluator, node, record.scope.parent ?? record.scope)),
  };
  // Few functions have any of these.
  if (types.length > 0) facts.types = types;
  if (matches.length > 0) facts.matches = matches;
  if (bounded.length > 0) facts.bounded = bounded;
  if (recursion) facts.recursion = recursion;
  if (awaitGroups.length > 0) facts.awaitGroups = awaitGroups;
  if (orderedAwaits.length > 0) facts.orderedAwaits = orderedAwaits;
  if (joins.length > 0) facts.joins = joins;
  if (record.delays > 0) facts.waits = record.delays;
  if (guards.length > 0) facts.guards = guards;
  if (argumentOf && place !== undefined) facts.argumentOf = [argumentOf.call.index, place];
  if (owner) facts.owner = owner.index;
  return facts;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function headRange(record: FunctionRecord, starts: LineStarts): Range {
  if (record.index === 0) return [0, 0, 0, 0];
  const start = startOffset(record.node);
  return rangeBetween(starts, start, start + 1);
}

/** Parsers differ on whether a program includes the comments around it. */
function moduleRange(evaluator: Evaluator, starts: LineStarts): Range {
  return rangeBetween(starts, 0, evaluator.walk.source.length);
}

function collectParams(evaluator: Evaluator, record: FunctionRecord): (ValueId | null)[] {
  if (record.paramTypes.length === 0) return [];
  const params = record.paramTypes.map((type) => (type ? (typeValue(evaluator, type, record.scope) ?? null) : null));
  const awaited = resolvedValue(evaluator, record);
  if (awaited !== UNKNOWN && params.length > 0) params[0] ??= awaited;
  return params.some((param) => param !== null) ? params : [];
}

/** The parameter of `promise.then(value => …)` is what the promise resolves to. */
function resolvedValue(evaluator: Evaluator, record: FunctionRecord): ValueId {
  if (record.argumentOf?.index !== 0) return UNKNOWN;
  const { callee, name, scope } = record.argumentOf.call;
  if (name !== 'then' || callee?.type !== 'MemberExpression') return UNKNOWN;
  return evaluate(evaluator, callee.object, scope);
}

const MAX_RETURNS = 6;

function collectReturns(evaluator: Evaluator, record: FunctionRecord): ValueId[] {
  const { node } = record;
  const returned: ValueId[] = [];
  for (const result of record.returns) {
    const value = result.value ?? evaluate(evaluator, result.node, result.scope);
    if (value !== UNKNOWN && returned.length < MAX_RETURNS && !returned.includes(value)) returned.push(value);
  }
  const annotation = isFunctionNode(node) ? node.returnType?.typeAnnotation : undefined;
  if (annotation && returned.length === 0) {
    const type = typeValue(evaluator, annotation, record.scope);
    if (type !== undefined) returned.push(type);
  }
  return returned;
}

function collectCalls(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): CallFacts[] {
  const kept: CallFacts[] = [];
  for (const call of record.calls) {
    const required = requiredName(call);
    if (required !== undefined) evaluator.walk.loads.push(required);
    const callee = valueOfCallee(evaluator, call);
    if (call.flags & CallFlag.Read && !mayRunGetter(evaluator, callee)) continue;
    const root = rootOf(evaluator, callee);
    const quiet = isQuiet(record, call);
    const saysNothing = isPointless(evaluator, root, callee) || isLoaded(evaluator, record, call);
    if ((saysNothing && !isFunctional(evaluator, call)) || isImport(record, call)) {
      if (!quiet && !isComplaint(call)) record.flags |= FunctionFlag.TouchesOutside;
      continue;
    }
    call.index = kept.length;
    const { args, hasMore } = collectArguments(evaluator, call, root);
    kept.push({
      callee,
      args,
      at: rangeOf(starts, call.at),
      flags: call.flags | (quiet ? CallFlag.Quiet : 0) | (hasMore ? CallFlag.HasMore : 0),
      text: call.callee ? calleeText(evaluator.walk.source, call.callee) : 'JSX attribute',
    });
  }
  return kept;
}

/** `require` of a module that the file's body has loaded already. */
function isLoaded(evaluator: Evaluator, record: FunctionRecord, call: CallRecord): boolean {
  const name = requiredName(call);
  const body = evaluator.walk.functions[0];
  return name !== undefined && record !== body && body?.calls.some((other) => requiredName(other) === name) === true;
}

/** `Promise.resolve().then(() => require('x'))` is what compilers make of `import('x')`. */
function isImport({ argumentOf }: FunctionRecord, { callee, name }: CallRecord): boolean {
  if (name !== 'require' || callee?.type !== 'Identifier') return false;
  const then = argumentOf?.call.callee;
  if (then?.type !== 'MemberExpression' || staticName(then.property, then.computed) !== 'then') return false;
  return then.object.type === 'CallExpression' && isMemberOf(then.object.callee, 'Promise', 'resolve');
}

function requiredName({ callee, name, args }: CallRecord): string | undefined {
  if (name !== 'require' || callee?.type !== 'Identifier') return undefined;
  const first = args[0];
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
}

function valueOfCallee(evaluator: Evaluator, call: CallRecord): ValueId {
  if (!call.callee) return internMember(evaluator, internGlobal(evaluator, 'JSX'), 'on');
  return calleeValue(evaluator, call.callee, call.scope, call.args[0]);
}

/** Calls that say nothing to any rule. */
function isPointless(evaluator: Evaluator, root: ValueId, callee: ValueId): boolean {
  const value = evaluator.values[root];
  switch (value?.[0]) {
    case 'unknown':
    case 'literal':
    case 'regex':
      return true;
    case 'array': {
      // What is called may be one of its items.
      const called = evaluator.values[callee];
      return called?.[0] === 'array' || (called?.[0] === 'member' && called[1] === root);
    }
    case 'global':
      return HARMLESS_GLOBALS.has(value[1]) || callee === UNKNOWN;
    default:
      return false;
  }
}

/** Whether it is handed something that may be called. */
function isFunctional(evaluator: Evaluator, call: CallRecord): boolean {
  return call.args.some((argument) => mayBeFunction(evaluator, argument, call));
}

function mayBeFunction(evaluator: Evaluator, argument: Node, call: CallRecord): boolean {
  const node = unwrap(argument);
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'Identifier':
    case 'MemberExpression': {
      const root = evaluator.values[rootOf(evaluator, evaluate(evaluator, node, call.scope))]?.[0];
      return root === 'function' || root === 'import' || root === 'class' || root === 'object' || root === 'param';
    }
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && staticName(node.callee.property, false) === 'bind';
    default:
      return false;
  }
}

/** How many arguments are before it. Behind a spread list that the source does not show, nobody knows: `undefined`. */
function placeOf(evaluator: Evaluator, { call, index }: NonNullable<FunctionRecord['argumentOf']>): number | undefined {
  let place = index;
  for (const argument of call.args.slice(0, index)) {
    if (argument.type !== 'SpreadElement') continue;
    const items = spreadItems(evaluator, argument, call);
    if (!items) return undefined;
    place += items.length - 1;
  }
  return place;
}

/** What `...list` hands over, where the list is written in the file. */
function spreadItems(
  evaluator: Evaluator,
  { argument }: TSESTree.SpreadElement,
  call: CallRecord,
): readonly ValueId[] | undefined {
  const list = evaluator.values[evaluate(evaluator, argument, call.scope)];
  return list?.[0] === 'array' ? list[1] : undefined;
}

interface ArgumentFacts {
  readonly args: readonly ValueId[];
  /** Whether there are more. */
  readonly hasMore: boolean;
}

const NO_ARGUMENTS: ArgumentFacts = { args: [], hasMore: false };

/** Values of the arguments; unknown ones at the end are left out, and then there are more. */
function collectArguments(evaluator: Evaluator, call: CallRecord, root: ValueId): ArgumentFacts {
  if (call.args.length === 0) return NO_ARGUMENTS;
  const kind = evaluator.values[root]?.[0] ?? 'unknown';
  const { args, hasMore } = call.args.some(isSpread)
    ? spreadArguments(evaluator, call, kind)
    : {
        args: call.args.map((argument, index) => argumentValue(evaluator, call, argument, index, kind)),
        hasMore: false,
      };
  const { length } = args;
  while (args.at(-1) === UNKNOWN) args.pop();
  return { args, hasMore: hasMore || args.length < length };
}

function isSpread({ type }: Node): boolean {
  return type === 'SpreadElement';
}

function spreadArguments(
  evaluator: Evaluator,
  call: CallRecord,
  kind: Value[0],
): { readonly args: ValueId[]; readonly hasMore: boolean } {
  const args: ValueId[] = [];
  for (const argument of call.args) {
    if (argument.type === 'SpreadElement') {
      const items = spreadItems(evaluator, argument, call);
      if (!items) return { args, hasMore: true };
      args.push(...items);
    } else {
      args.push(argumentValue(evaluator, call, argument, args.length, kind));
    }
  }
  return { args, hasMore: false };
}

/** @param kind of what the value of the callee begins with */
function argumentValue(evaluator: Evaluator, call: CallRecord, argument: Node, place: number, kind: Value[0]): ValueId {
  const started = place === 0 && startsFiles(call) ? startedFile(argument) : undefined;
  if (started !== undefined) return internImport(evaluator, started);
  switch (kind) {
    case 'unknown':
    case 'literal':
    case 'array':
    case 'regex':
      // Nothing is known of the callee, so only functions among its arguments matter.
      if (!isName(argument) && !mayBeFunction(evaluator, argument, call)) return UNKNOWN;
      break;
    case 'function':
    case 'class':
    case 'object':
    case 'param':
      // Constants matter to the predicates of library calls only, and names of events to listeners.
      if (isConstant(argument) && !(isName(argument) && isFunctional(evaluator, call))) return UNKNOWN;
      break;
    default:
  }
  return evaluate(evaluator, argument, call.scope);
}

/** `new Worker('./task.js')`, `fork('./task.js')`: what they are is seen when files are joined. */
function startsFiles({ name, isNew }: CallRecord): boolean {
  return name === (isNew ? 'Worker' : 'fork');
}

/** Short ones may be what the callee tests its parameter for. */
function isConstant(argument: Node): boolean {
  if (argument.type === 'Literal') return typeof argument.value === 'string' && argument.value.length > 24;
  return argument.type === 'TemplateLiteral' || argument.type === 'BinaryExpression';
}

/** A short string: an event's name decides what a listener is. */
function isName(argument: Node): boolean {
  return argument.type === 'Literal' && typeof argument.value === 'string';
}

const CLOCKS = new Set(['Date.now', 'performance.now', 'process.hrtime', 'process.hrtime.bigint', 'process.uptime']);
const CLOCK_READERS = new Set(['getTime', 'valueOf', 'now']);

function collectSpin(evaluator: Evaluator, spin: SpinRecord, starts: LineStarts): OperationFacts[] {
  if (!spin.calls.every((call) => readsClock(evaluator, call))) return [];
  const { walk } = evaluator;
  const start = startOffset(spin.node);
  const keyword = /^\w+/.exec(walk.source.slice(start, start + 10))?.[0] ?? '';
  return [
    {
      kind: 'spin',
      at: rangeBetween(starts, start, start + keyword.length),
      text: shortText(walk.source, spin.node),
      flags: spin.flags,
    },
  ];
}

function readsClock(evaluator: Evaluator, call: CallRecord): boolean {
  const id = valueOfCallee(evaluator, call);
  const path = globalPath(evaluator, id);
  if (path !== undefined) return CLOCKS.has(path.replace(/^globalThis\./, '')) || (call.isNew && path === 'Date');
  const value = evaluator.values[id];
  if (value?.[0] !== 'member' || !CLOCK_READERS.has(value[2])) return false;
  const of = evaluator.values[value[1]];
  if (of?.[0] === 'instance') return globalPath(evaluator, of[1]) === 'Date';
  // `import { performance } from 'node:perf_hooks'`
  return of?.[0] === 'member' && of[2] === 'performance' && evaluator.values[of[1]]?.[0] === 'import';
}

function globalPath(evaluator: Evaluator, id: ValueId): string | undefined {
  const value = evaluator.values[id];
  if (value?.[0] === 'global') return value[1];
  if (value?.[0] !== 'member') return undefined;
  const of = globalPath(evaluator, value[1]);
  return of === undefined ? undefined : `${of}.${value[2]}`;
}
