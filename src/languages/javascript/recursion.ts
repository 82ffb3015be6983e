import type { RecursionFacts } from '../../model/facts.ts';
import { calleeText, type Node, unwrap } from './ast.ts';
import { type LineStarts, rangeOf } from './lines.ts';
import type { SelfCallRecord } from './loop-records.ts';
import { calleePath } from './loop-sizes.ts';
import type { FunctionRecord } from './records.ts';
import { type Evaluator, internParam } from './value-table.ts';

/** Whether a function calls itself so often that its work grows by a factor with each step. */
export function collectRecursion(
  evaluator: Evaluator,
  record: FunctionRecord,
  starts: LineStarts,
): RecursionFacts | undefined {
  const { selfCalls } = record;
  if (selfCalls.length === 0 || record.delays > 0 || record.isKeeping || record.argumentOf) return undefined;
  const branching = branchingCalls(record);
  const found = branching ?? permutingCall(record);
  const [first] = selfCalls;
  if (!found || !first) return undefined;
  const { callee } = first.node;
  const of = internParam(evaluator, record.index, found.param);
  const { source } = evaluator.walk;
  return { of, steps: found.steps, at: rangeOf(starts, lastName(callee)), text: calleeText(source, callee) };
}

function lastName(callee: Node): Node {
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

interface Shape {
  readonly param: number;
  readonly steps: readonly number[];
}

/** `f(n - 1) + f(n - 2)`: two calls on one way, each of which comes closer to the end by a constant. */
function branchingCalls(record: FunctionRecord): Shape | undefined {
  const arms = new Map<Node | null, SelfCallRecord[]>();
  for (const call of record.selfCalls) {
    if (call.loop) continue;
    const calls = arms.get(call.arm);
    if (calls) calls.push(call);
    else arms.set(call.arm, [call]);
  }
  for (const calls of arms.values()) {
    if (calls.length < 2) continue;
    for (let param = 0; param < record.paramNames.length; param += 1) {
      const steps = calls.map(({ node }) => stepDown(node.arguments[param], record.paramNames[param]));
      if (steps.every((step) => step !== undefined)) return { param, steps };
    }
  }
  return undefined;
}

/** The `2` of `n - 2`. */
function stepDown(argument: Node | undefined, name: string | undefined): number | undefined {
  const node = argument && unwrap(argument);
  if (node?.type !== 'BinaryExpression' || node.operator !== '-' || node.left.type !== 'Identifier') return undefined;
  const { right } = node;
  if (node.left.name !== name || right.type !== 'Literal' || typeof right.value !== 'number') return undefined;
  return right.value >= 1 && Number.isInteger(right.value) ? right.value : undefined;
}

/** A call for each item of a list, with a list that lacks the item: no steps, since their number is that of the items. */
function permutingCall(record: FunctionRecord): Shape | undefined {
  for (const { node, loop, scope } of record.selfCalls) {
    if (!loop) continue;
    for (let param = 0; param < record.paramNames.length; param += 1) {
      const name = record.paramNames[param];
      const argument = node.arguments[param];
      if (!name || !argument || !goesThrough(loop.head, name)) continue;
      if (lacksOne(argument, name, scope, record)) return { param, steps: [] };
    }
  }
  return undefined;
}

/** A loop by index, by item, or by a function, over all of the parameter. */
function goesThrough(head: NonNullable<SelfCallRecord['loop']>['head'], name: string): boolean {
  if (head.kind === 'callback') return isNamed(head.data, name);
  if (head.kind !== 'statement') return false;
  const { node } = head;
  if (node.type === 'ForOfStatement') return isNamed(node.right, name);
  if (node.type !== 'ForStatement' || node.test?.type !== 'BinaryExpression') return false;
  const bound = node.test.right;
  return bound.type === 'MemberExpression' && isNamed(bound.object, name);
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `[...items.slice(0, i), ...items.slice(i + 1)]`, `items.filter(other => other !== item)`, or a variable with it. */
function lacksOne(argument: Node, name: string, scope: SelfCallRecord['scope'], record: FunctionRecord): boolean {
  const node = unwrap(argument);
  if (node.type === 'Identifier') {
    for (
      let current: typeof scope | null = scope;
      current && current !== record.scope.parent;
      current = current.parent
    ) {
      const write = current.bindings?.get(node.name)?.writes[0];
      if (write?.kind === 'expression') return node.name !== name && lacksOne(write.node, name, write.scope, record);
    }
    return false;
  }
  if (node.type === 'ArrayExpression') {
    const spreads = node.elements.filter((element) => element?.type === 'SpreadElement');
    return spreads.length === 2 && spreads.every((spread) => isSliceOf(spread.argument, name, 'slice'));
  }
  if (isSliceOf(node, name, 'filter')) return true;
  return node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    calleePath(node.callee) === undefined
    ? isSliceOf(node.callee.object, name, 'slice')
    : false;
}

function isSliceOf(node: Node, name: string, method: string): boolean {
  return node.type === 'CallExpression' && calleePath(unwrap(node.callee)) === `${name}.${method}`;
}
