import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import { type Node, sliceOf, staticName, unwrap } from './ast.ts';
import type { LoopRecord, LoopStatement } from './loop-records.ts';
import type { CallRecord, FunctionRecord } from './records.ts';
import { type Visitors, type Walk, withFlags } from './walk-state.ts';

/** Notes down a loop statement and walks what each round runs. */
export function inLoop(walk: Walk, node: LoopStatement, inner: () => void): void {
  const { loop: outer, steps } = walk;
  const record = addLoop(walk, { kind: 'statement', node }, node);
  walk.loop = record;
  walk.steps = 0;
  if (node.type === 'ForOfStatement' && node.await) record.delays += 1;
  inner();
  record.steps = walk.steps;
  walk.steps = steps;
  walk.loop = outer;
  if (outer) outer.delays += record.delays;
}

function addLoop(walk: Walk, head: LoopRecord['head'], at: Node): LoopRecord {
  const { scope, loop: parent, fn } = walk;
  const record: LoopRecord = { head, at, scope, parent, fn, calls: [], steps: 0, delays: 0, index: -1 };
  fn.loops.push(record);
  return record;
}

/** Steps that built-in work takes beside those of the syntax that asks for it. */
const CALL_STEPS = 12;
const CREATION_STEPS = 12;

/** Methods that run a function for each item. */
const CALLBACK_METHODS = new Set(
  'forEach map filter find findIndex findLast findLastIndex some every reduce reduceRight flatMap'.split(' '),
);
/** Methods that look at the items one after another, or move them. */
const SCAN_METHODS = new Set('includes indexOf lastIndexOf sort toSorted unshift splice concat'.split(' '));
const GROWING_METHODS = new Set(['push', 'add', 'set', 'unshift', 'append']);
/** Functions of built-in objects that go through all of their argument. */
const SCAN_FUNCTIONS = new Set(
  'Object.keys Object.values Object.entries JSON.parse JSON.stringify structuredClone'.split(' '),
);
const SCAN_OBJECTS = new Set(['Object', 'JSON']);

/** Notes down what a call says of loops. */
export function noteCall(walk: Walk, node: TSESTree.CallExpression | TSESTree.NewExpression, call: CallRecord): void {
  walk.steps += CALL_STEPS;
  walk.loop?.calls.push(call);
  const { callee } = call;
  if (node.type === 'NewExpression' || !callee) return;
  const { type } = callee;
  if (type === 'MemberExpression') noteMethod(walk, node, callee, call);
  else if (type === 'Identifier') noteScan(walk, node, call.name);
  noteSelfCall(walk, node, callee);
}

function noteMethod(
  walk: Walk,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  call: CallRecord,
): void {
  const { name: method } = call;
  const { object } = callee;
  const first = node.arguments[0];
  if (GROWING_METHODS.has(method)) noteGrowth(walk, object, method, node.arguments);
  if (CALLBACK_METHODS.has(method)) {
    if (!first || !mayBeCallback(first)) return;
    call.loop = addLoop(walk, { kind: 'callback', method, data: object }, callee.property);
    call.loop.calls.push(call);
  } else if (SCAN_METHODS.has(method)) {
    if (first && isShortText(first)) return;
    addLoop(walk, { kind: 'scan', method, data: object, whole: node }, callee.property);
  } else if (object.type === 'Identifier' && SCAN_OBJECTS.has(object.name)) {
    noteScan(walk, node, `${object.name}.${method}`);
  }
}

/** A key that is set may be a result that is kept. */
function noteGrowth(walk: Walk, object: Node, method: string, added: readonly Node[]): void {
  if (method !== 'push') walk.fn.isKeeping = true;
  if (object.type !== 'Identifier') return;
  walk.growths.push({ name: object.name, scope: walk.scope, loop: loopAround(walk), added });
}

function noteScan(walk: Walk, node: TSESTree.CallExpression, method: string): void {
  const first = node.arguments[0];
  if (!first || !SCAN_FUNCTIONS.has(method)) return;
  addLoop(walk, { kind: 'scan', method, data: first, whole: node }, node.callee);
}

/** The loop, or else the function, whose rounds decide how often this place runs. */
function loopAround(walk: Walk): LoopRecord | null {
  return walk.loop ?? walk.callbackLoops.get(walk.fn) ?? null;
}

function mayBeCallback(argument: Node): boolean {
  const { type } = unwrap(argument);
  return (
    type === 'ArrowFunctionExpression' ||
    type === 'FunctionExpression' ||
    type === 'Identifier' ||
    type === 'MemberExpression'
  );
}

/** What is searched in a text, not in a list. */
function isShortText(argument: Node): boolean {
  return argument.type === 'TemplateLiteral' || (argument.type === 'Literal' && typeof argument.value !== 'number');
}

function noteSelfCall(walk: Walk, node: TSESTree.CallExpression, callee: Node): void {
  const { fn, arm, scope } = walk;
  if (isNameOf(fn, callee)) fn.selfCalls.push({ node, arm, loop: walk.loop, scope });
  // A function that is called for each item: `items.map((item) => f(without(items, item)))`.
  const loop = walk.callbackLoops.get(fn);
  if (loop && isNameOf(loop.fn, callee)) loop.fn.selfCalls.push({ node, arm, loop, scope });
}

function isNameOf(fn: FunctionRecord, callee: Node): boolean {
  if (fn.index === 0) return false;
  switch (callee.type) {
    case 'Identifier':
      return callee.name === fn.name;
    case 'MemberExpression':
      if (callee.object.type !== 'ThisExpression') return false;
      return staticName(callee.property, callee.computed) === fn.name.slice(fn.name.lastIndexOf('.') + 1);
    default:
      return false;
  }
}

/** `await` of what is there already lets nobody else run. */
export function noteDelay(walk: Walk, awaited: Node | null): void {
  if (awaited && isThere(unwrap(awaited))) return;
  walk.fn.delays += 1;
  if (walk.loop) walk.loop.delays += 1;
}

function isThere(node: Node): boolean {
  if (node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'ObjectExpression') return true;
  if (node.type === 'ArrayExpression' || node.type === 'BinaryExpression' || node.type === 'UnaryExpression')
    return true;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = node.callee;
  return object.type === 'Identifier' && object.name === 'Promise' && staticName(property, computed) === 'resolve';
}

/** Runs `inner` as a branch of a condition. */
export function inArm(walk: Walk, arm: Node, inner: () => void): void {
  const outer = walk.arm;
  walk.arm = arm;
  inner();
  walk.arm = outer;
}

/** Conditions on how large something is: whoever asks has an answer to it. */
export function noteChecks(walk: Walk, test: Node): void {
  const node = unwrap(test);
  if (node.type === 'LogicalExpression') {
    noteChecks(walk, node.left);
    noteChecks(walk, node.right);
  } else if (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator)) {
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const isTrivial = other.type === 'Literal' && (other.value === 0 || other.value === 1);
      if (isTrivial || (side.type !== 'Identifier' && side.type !== 'MemberExpression')) continue;
      (walk.fn.checked ??= new Set()).add(sliceOf(walk.source, side));
    }
  }
}

export const loopVisitors: Visitors = {
  // What an error says is worked out once.
  ThrowStatement: (walk, node) => {
    const { loops } = walk.fn;
    const { length } = loops;
    withFlags(walk, CallFlag.OnFailure, () => {
      walk.visit(node.argument);
    });
    loops.length = length;
  },
  TemplateLiteral: (walk, node) => {
    if (node.expressions.length > 0) walk.steps += CREATION_STEPS;
    for (const expression of node.expressions) walk.visit(expression);
  },
};

/** `[...out, x]`, `{ ...out, x }`: a copy of what was there before. */
export function noteCopy(walk: Walk, node: TSESTree.ArrayExpression | TSESTree.ObjectExpression): void {
  walk.steps += CREATION_STEPS;
  const first = node.type === 'ArrayExpression' ? node.elements[0] : node.properties[0];
  if (first?.type !== 'SpreadElement' || first.argument.type !== 'Identifier') return;
  const method = node.type === 'ArrayExpression' ? '[...]' : '{...}';
  addLoop(walk, { kind: 'scan', method, data: first.argument, whole: node }, first);
}
