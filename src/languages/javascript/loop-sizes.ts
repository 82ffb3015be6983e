import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { MOST_NAMES, separatesNames } from '../separators.ts';
import { calleeText, type Node, sliceOf, staticName, unwrap } from './ast.ts';
import { calleeValue, evaluate } from './evaluate.ts';
import { SAME_SIZE } from './builtins.ts';
import type { LoopRecord } from './loop-records.ts';
import { compute, constantSize, halved, root, scaled, type Size, WHOLE } from './amounts.ts';
import { isRequest, parsedValue } from './parsed.ts';
import type { Binding, Scope, Write } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, UNKNOWN } from './value-table.ts';

export interface Sizing {
  readonly evaluator: Evaluator;
  /** What loops add items to. */
  readonly growth: ReadonlyMap<Binding, LoopRecord | null>;
  /** The rounds of a loop. */
  readonly roundsOf: (loop: LoopRecord) => Size;
}

const MAX_TRACE = 12;
/** Functions whose result has as many items as their argument. */
const SAME_AS_ARGUMENT = new Set(
  (
    'Object.keys Object.values Object.entries Object.fromEntries Object.freeze Array.from JSON.parse JSON.stringify ' +
    'structuredClone Promise.all Promise.allSettled Buffer.from'
  ).split(' '),
);
/** Look one item up. */
const ITEM_METHODS = new Set(['get', 'at', 'pop', 'shift', 'find', 'findLast', 'charAt']);

/** How many items an expression has. */
export function sizeOf(sizing: Sizing, expression: Node, scope: Scope, depth = 0): Size {
  const node = unwrap(expression);
  if (depth > MAX_TRACE) return undefined;
  const next = (inner: Node): Size => sizeOf(sizing, inner, scope, depth + 1);
  switch (node.type) {
    case 'ArrayExpression':
      return literalSize(node.elements, next);
    case 'ObjectExpression':
      return literalSize(node.properties, next);
    case 'Literal':
      return typeof node.value === 'string' ? constantSize(node.value.length) : undefined;
    case 'AwaitExpression':
      return isRequest(unwrap(node.argument)) ? valueSize(sizing, node.argument, scope) : next(node.argument);
    case 'LogicalExpression':
      return next(node.left) ?? next(node.right);
    case 'ConditionalExpression': {
      const size = next(node.consequent);
      return size && size !== 'part' && size.facts[0] === 'constant' ? next(node.alternate) : size;
    }
    case 'Identifier':
      return nameSize(sizing, node, scope, depth);
    case 'MemberExpression':
      return memberSize(sizing, node, scope, depth);
    case 'CallExpression':
    case 'NewExpression':
      return callSize(sizing, node, scope, depth);
    default:
      return undefined;
  }
}

function literalSize(elements: readonly (Node | null)[], next: (node: Node) => Size): Size {
  const spread = elements.find((element) => element?.type === 'SpreadElement');
  return spread?.type === 'SpreadElement' ? next(spread.argument) : constantSize(elements.length);
}

function valueSize(sizing: Sizing, node: Node, scope: Scope): Size {
  const value = evaluate(sizing.evaluator, node, scope);
  const literal = sizing.evaluator.values[value];
  if (value === UNKNOWN || literal?.[0] === 'function' || literal?.[0] === 'class') return undefined;
  if (literal?.[0] === 'literal') return typeof literal[1] === 'string' ? constantSize(literal[1].length) : undefined;
  return { facts: ['items', value, textOf(sizing, node)], share: WHOLE };
}

function itemsOf(sizing: Sizing, value: ValueId, node: Node): Size {
  return { facts: ['items', value, textOf(sizing, node)], share: WHOLE };
}

export function textOf({ evaluator }: Sizing, node: Node): string {
  return calleeText(evaluator.walk.source, node);
}

function memberSize(sizing: Sizing, node: TSESTree.MemberExpression, scope: Scope, depth: number): Size {
  const parsed = parsedValue(sizing.evaluator, node, scope);
  if (parsed !== undefined && !isChecked(sizing, node, scope)) return itemsOf(sizing, parsed, node);
  if (staticName(node.property, node.computed) === undefined) return 'part';
  if (/^\d+$/.test(staticName(node.property, node.computed) ?? '')) return 'part';
  const of = node.object.type === 'ThisExpression' ? undefined : sizeOf(sizing, node.object, scope, depth + 1);
  if (of === 'part') return 'part';
  return isChecked(sizing, node, scope) ? undefined : valueSize(sizing, node, scope);
}

/** Somebody asked how long it is. */
function isChecked({ evaluator }: Sizing, node: Node, scope: Scope): boolean {
  const { checked } = scope.fn;
  if (!checked) return false;
  const text = sliceOf(evaluator.walk.source, node);
  return checked.has(`${text}.length`) || checked.has(`${text}.size`) || checked.has(text);
}

function nameSize(sizing: Sizing, node: TSESTree.Identifier, scope: Scope, depth: number): Size {
  const binding = lookUp(scope, node.name);
  if (!binding) return undefined;
  if (isChecked(sizing, node, scope)) return undefined;
  const loop = sizing.growth.get(binding);
  if (loop) return called(halved(sizing.roundsOf(loop)), node.name);
  const reduced = accumulatorLoop(binding);
  if (reduced) return halved(sizing.roundsOf(reduced));
  const copied = selfCopy(sizing, binding);
  if (copied) return halved(sizing.roundsOf(copied));
  const writes = binding.writes.filter((write) => write.kind !== 'appended' && !isEmptyWrite(write));
  const [write] = writes;
  if (!write) return undefined;
  if (writes.some(isPart)) return 'part';
  const whole = wholeOf(write);
  if (whole) return sizeOf(sizing, whole.data, whole.scope, depth + 1);
  if (writes.length > 1)
    return writes.some(({ kind }) => kind === 'opaque') ? undefined : valueSize(sizing, node, scope);
  if (write.kind === 'expression') {
    const size = sizeOf(sizing, write.node, write.scope, depth + 1);
    if (write.path.length === 0 || size === 'part') return rename(sizing, size, node);
    const parsed = parsedValue(sizing.evaluator, node, scope);
    if (parsed !== undefined) return itemsOf(sizing, parsed, node);
    return valueSize(sizing, node, scope);
  }
  if (write.kind === 'opaque' || write.kind === 'element') return undefined;
  return valueSize(sizing, node, scope);
}

/** What a loop collects has a name of its own, which may say that it is little. */
function called(size: Size, name: string): Size {
  if (size === undefined || size === 'part' || size.facts[0] === 'constant') return size;
  return { facts: [size.facts[0], size.facts[1], name], share: size.share };
}

/** The name of a variable says more than the call that it gets its value from. */
function rename(sizing: Sizing, size: Size, node: Node): Size {
  if (size === undefined || size === 'part' || size.facts[0] === 'constant' || !/[()[]/.test(size.facts[2]))
    return size;
  return { facts: [size.facts[0], size.facts[1], textOf(sizing, node)], share: size.share };
}

/** `let rows = []`, `let rows = null`: what comes later says more. */
function isEmptyWrite(write: Write): boolean {
  if (write.kind !== 'expression') return false;
  const node = unwrap(write.node);
  return (node.type === 'ArrayExpression' && node.elements.length === 0) || node.type === 'Literal';
}

/** A loop variable, or what a call hands to the function that it runs for each item. */
export function isPart(write: Write): boolean {
  if (write.kind === 'opaque' || write.kind === 'element') return write.isRound === true;
  if (write.kind !== 'param') return false;
  const { argumentOf } = write.fn;
  const head = argumentOf?.call.loop?.head;
  if (head?.kind !== 'callback') return false;
  const arrayAt = head.method.startsWith('reduce') ? 3 : 2;
  return write.index !== arrayAt;
}

/** `ids.filter((id, index, all) => …)`: the list that the callback is handed along with each item. */
export function wholeOf(write: Write): { readonly data: Node; readonly scope: Scope } | undefined {
  const call = write.kind === 'param' && write.path.length === 0 ? write.fn.argumentOf?.call : undefined;
  const head = call?.loop?.head;
  if (!call || head?.kind !== 'callback' || isPart(write)) return undefined;
  return { data: head.data, scope: call.scope };
}

/** The loop whose rounds an accumulator has gone through: `rows.reduce((all, row) => …, [])`. */
export function accumulatorLoop({ writes: [write] }: Binding): LoopRecord | undefined {
  if (write?.kind !== 'param' || write.index !== 0 || write.path.length > 0) return undefined;
  const call = write.fn.argumentOf?.call;
  const head = call?.loop?.head;
  if (head?.kind !== 'callback' || !head.method.startsWith('reduce')) return undefined;
  const initial = call?.args[1] && unwrap(call.args[1]);
  return initial?.type === 'ArrayExpression' || initial?.type === 'ObjectExpression' ? call?.loop : undefined;
}

/** The loop in which a variable gets a copy of itself with one item more. */
function selfCopy({ evaluator }: Sizing, binding: Binding): LoopRecord | undefined {
  if (binding.writes.length < 2) return undefined;
  for (const write of binding.writes) {
    if (write.kind !== 'expression') continue;
    const node = unwrap(write.node);
    const [first] =
      node.type === 'ArrayExpression' ? node.elements : node.type === 'ObjectExpression' ? node.properties : [];
    if (first?.type !== 'SpreadElement' || first.argument.type !== 'Identifier') continue;
    if (first.argument.name !== binding.name) continue;
    const copy = write.scope.fn.loops.find(({ head }) => head.kind === 'scan' && head.whole === node);
    const loop = copy?.parent ?? evaluator.walk.callbackLoops.get(write.scope.fn);
    if (loop && !isInside(binding.scope, loop.scope)) return loop;
  }
  return undefined;
}

/** Whether a scope lies in another one, and is not the same. */
export function isInside(scope: Scope, outer: Scope): boolean {
  for (let current: Scope | null = scope.parent; current; current = current.parent) if (current === outer) return true;
  return false;
}

function callSize(
  sizing: Sizing,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  scope: Scope,
  depth: number,
): Size {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  const path = calleePath(callee);
  if (path === 'Array.from' && first?.type === 'ObjectExpression') return lengthProperty(sizing, first, scope, depth);
  if (path === 'Array' && first && node.arguments.length === 1) return numberOf(sizing, first, scope, depth + 1);
  if (path && LISTINGS.has(path) && first) return listed(sizing, first, sizeOf(sizing, first, scope, depth + 1));
  if (path === 'Set' || path === 'Map' || (path !== undefined && SAME_AS_ARGUMENT.has(path))) {
    return first ? (sizeOf(sizing, first, scope, depth + 1) ?? valueSize(sizing, node, scope)) : undefined;
  }
  if (callee.type === 'MemberExpression') {
    const method = staticName(callee.property, callee.computed);
    if (method === undefined) return undefined;
    if (ITEM_METHODS.has(method) && node.arguments.length <= 1) return 'part';
    if (method === 'slice' || method === 'splice') {
      const end = node.arguments.at(-1);
      const size = end && node.arguments.length > 1 ? numberOf(sizing, end, scope, depth + 1) : undefined;
      if (size && size !== 'part' && size.facts[0] === 'constant') return size;
      if (node.arguments.length > 1) return 'part';
    }
    if (method === 'split' && first && separatesNames(sliceOf(sizing.evaluator.walk.source, first)))
      return constantSize(MOST_NAMES);
    const of = sizeOf(sizing, callee.object, scope, depth + 1);
    if (of === 'part' || (SAME_SIZE.has(method) && isData(sizing, callee, scope))) return of;
  }
  if (node.arguments.some((argument) => isPartOfSomething(sizing, argument, scope, depth))) return 'part';
  return valueSize(sizing, node, scope);
}

const LISTINGS = new Set(['Object.keys', 'Object.values', 'Object.entries']);

/** The keys of an object, unless the object is an index of other data. */
export function listed(sizing: Sizing, object: Node, size: Size): Size {
  if (!size || size === 'part' || size.facts[0] !== 'items' || size.facts[2] !== textOf(sizing, object)) return size;
  return { facts: ['items', size.facts[1], `Object.keys(${size.facts[2]})`], share: size.share };
}

/** Whether a method may be a built-in one: the facts know no other. */
function isData({ evaluator }: Sizing, callee: Node, scope: Scope): boolean {
  return evaluator.values[calleeValue(evaluator, callee, scope)]?.[0] !== 'function';
}

/** What comes of an item belongs to the item. */
function isPartOfSomething(sizing: Sizing, argument: Node, scope: Scope, depth: number): boolean {
  const node = unwrap(argument);
  const isName = node.type === 'Identifier' || node.type === 'MemberExpression';
  return isName && sizeOf(sizing, node, scope, depth + 1) === 'part';
}

function lengthProperty(sizing: Sizing, node: TSESTree.ObjectExpression, scope: Scope, depth: number): Size {
  for (const property of node.properties) {
    if (property.type !== 'Property' || staticName(property.key, property.computed) !== 'length') continue;
    return numberOf(sizing, property.value, scope, depth + 1);
  }
  return undefined;
}

/** `Object.keys`, `Set`: a plain name or two. */
export function calleePath(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const name = staticName(callee.property, callee.computed);
  return name === undefined ? undefined : `${callee.object.name}.${name}`;
}

const NUMBER_FUNCTIONS = new Set([
  'Number',
  'parseInt',
  'parseFloat',
  'Math.floor',
  'Math.ceil',
  'Math.round',
  'Math.trunc',
  'Number.parseInt',
  'Math.abs',
]);

/** How large a number is. */
export function numberOf(sizing: Sizing, expression: Node, scope: Scope, depth = 0): Size {
  const node = unwrap(expression);
  if (depth > MAX_TRACE) return undefined;
  const { evaluator } = sizing;
  const value = evaluate(evaluator, node, scope);
  const literal = evaluator.values[value];
  if (literal?.[0] === 'literal') return typeof literal[1] === 'number' ? constantSize(literal[1]) : undefined;
  const next = (inner: Node): Size => numberOf(sizing, inner, scope, depth + 1);
  switch (node.type) {
    case 'MemberExpression': {
      const name = staticName(node.property, node.computed);
      if (name === 'length' || name === 'size' || name === 'byteLength')
        return sizeOf(sizing, node.object, scope, depth);
      if (sizeOf(sizing, node, scope, depth + 1) === 'part') return 'part';
      return numberValue(sizing, node, scope);
    }
    case 'Identifier': {
      const binding = lookUp(scope, node.name);
      const [write, ...others] = binding?.writes.filter((one) => !isEmptyWrite(one)) ?? [];
      if (write && isPart(write)) return 'part';
      if (write?.kind === 'expression' && others.length === 0 && write.path.length === 0) {
        const size = numberOf(sizing, write.node, write.scope, depth + 1);
        return isChecked(sizing, node, scope) ? undefined : size;
      }
      return numberValue(sizing, node, scope);
    }
    case 'BinaryExpression':
      return arithmetic(node, next);
    case 'LogicalExpression':
      return next(node.left) ?? next(node.right);
    case 'UnaryExpression':
      return node.operator === '+' ? next(node.argument) : undefined;
    case 'CallExpression':
      return numberCall(sizing, node, scope, next);
    default:
      return undefined;
  }
}

function numberValue(sizing: Sizing, node: Node, scope: Scope): Size {
  const value = evaluate(sizing.evaluator, node, scope);
  if (value === UNKNOWN || isChecked(sizing, node, scope)) return undefined;
  return { facts: ['number', value, textOf(sizing, node)], share: WHOLE };
}

function numberCall(sizing: Sizing, node: TSESTree.CallExpression, scope: Scope, next: (inner: Node) => Size): Size {
  const path = calleePath(unwrap(node.callee));
  const [first] = node.arguments;
  if (path === 'Math.min' || path === 'Math.max') {
    const sizes = node.arguments.map(next);
    const constant = sizes.find((size) => size && size !== 'part' && size.facts[0] === 'constant');
    // A minimum with a constant is bounded; of other sizes nobody knows which it is.
    return path === 'Math.min' ? constant : sizes.find((size) => size !== constant);
  }
  if (path === 'Math.sqrt' && first) return root(next(first));
  if (path !== undefined && NUMBER_FUNCTIONS.has(path) && first) return next(first);
  return numberValue(sizing, node, scope);
}

/** `n - 1`, `n / 2`: what is not constant decides. */
function arithmetic(node: TSESTree.BinaryExpression, next: (inner: Node) => Size): Size {
  const left = next(node.left);
  const right = next(node.right);
  if (!left || left === 'part') return left;
  if (!right || right === 'part') return right;
  if (left.facts[0] === 'constant' && right.facts[0] === 'constant') {
    const [a, b] = [left.facts[1], right.facts[1]];
    return constantSize(compute(node.operator, a, b));
  }
  if (right.facts[0] === 'constant') return scaled(left, node.operator, right.facts[1]);
  if (left.facts[0] === 'constant')
    return node.operator === '/' ? undefined : scaled(right, node.operator, left.facts[1]);
  return node.operator === '-' || node.operator === '+' ? left : undefined;
}
