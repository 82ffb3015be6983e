import type { TSESTree } from '@typescript-eslint/types';
import type { ParameterGuard } from '../../model/facts.ts';
import { guardFacts, type GuardRecord } from '../branches.ts';
import { type Node, unwrap } from './ast.ts';
import { foldConstant } from './constants.ts';
import type { Binding, FunctionRecord } from './records.ts';
import { lookUp } from './scopes.ts';
import type { Walk } from './walk-state.ts';

/** What tests of parameters say of calls: those in the branch of `mode === 'file'` are not made for another mode. */

/** Walks the branch that is taken when the test has that outcome. */
export function visitBranch(walk: Walk, test: Node, outcome: boolean, branch: Node): void {
  const from = walk.fn.calls.length;
  const { arm } = walk;
  walk.arm = branch;
  walk.visit(branch);
  walk.arm = arm;
  noteGuard(walk, test, outcome, from);
}

/** What was called since `from` is called only if the test has that outcome. */
export function noteGuard(walk: Walk, test: Node, outcome: boolean, from: number): void {
  const { fn } = walk;
  const to = fn.calls.length;
  if (to > from) addGuards(walk, test, outcome, { from, to });
}

/** The branch of a `switch` for one value. */
export function noteCase(walk: Walk, discriminant: Node, test: Node, from: number): void {
  const to = walk.fn.calls.length;
  if (to > from) addComparison(walk, discriminant, test, true, { from, to });
}

/** `if (callback) return …`: what follows runs only if these tests failed. */
export function failedAfter(statement: Node): Node[] {
  if (statement.type !== 'IfStatement' || !leaves(statement.consequent)) return [];
  return [statement.test, ...(statement.alternate ? failedAfter(statement.alternate) : [])];
}

/** Whether control never comes to the end of the branch. */
export function leaves(branch: Node): boolean {
  if (branch.type === 'BlockStatement') {
    const last = branch.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return branch.type === 'ReturnStatement' || branch.type === 'ThrowStatement';
}

type Calls = Pick<GuardRecord<Binding>, 'from' | 'to'>;

function addGuards(walk: Walk, condition: Node, outcome: boolean, calls: Calls): void {
  const test = unwrap(condition);
  switch (test.type) {
    case 'Identifier':
      add(walk, test, { test: 'truthy', value: true, wanted: outcome }, calls);
      break;
    case 'UnaryExpression':
      if (test.operator === '!') addGuards(walk, test.argument, !outcome, calls);
      break;
    case 'LogicalExpression':
      if (test.operator !== (outcome ? '&&' : '||')) break;
      addGuards(walk, test.left, outcome, calls);
      addGuards(walk, test.right, outcome, calls);
      break;
    case 'BinaryExpression':
      if (test.operator === '==' || test.operator === '===') addComparison(walk, test.left, test.right, outcome, calls);
      if (test.operator === '!=' || test.operator === '!==')
        addComparison(walk, test.left, test.right, !outcome, calls);
      break;
    default:
  }
}

function addComparison(walk: Walk, left: Node, right: Node, outcome: boolean, calls: Calls): void {
  const value = foldConstant(unwrap(right));
  if (value === undefined) return;
  const of = unwrap(left);
  if (of.type === 'Identifier') add(walk, of, { test: 'is', value, wanted: outcome }, calls);
  if (of.type === 'UnaryExpression' && of.operator === 'typeof') {
    const inner = unwrap(of.argument);
    if (inner.type === 'Identifier') add(walk, inner, { test: 'typeof', value, wanted: outcome }, calls);
  }
}

function add(
  walk: Walk,
  name: TSESTree.Identifier,
  guard: Pick<ParameterGuard, 'test' | 'value' | 'wanted'>,
  calls: Calls,
): void {
  const binding = lookUp(walk.scope, name.name);
  if (binding && parameterOf(walk.fn, binding) !== undefined)
    (walk.fn.guards ??= []).push({ ...guard, binding, ...calls });
}

/** Which parameter of the function it is, unless something else is ever assigned to it. */
function parameterOf(fn: FunctionRecord, { writes }: Binding): number | undefined {
  const write = writes[0];
  if (write?.kind !== 'param' || writes.length > 1 || write.fn !== fn || write.path.length > 0) return undefined;
  return write.index;
}

/** Once the calls that are kept have their index. */
export function collectGuards(record: FunctionRecord): ParameterGuard[] {
  return guardFacts(record.guards ?? [], record.calls, (binding) => parameterOf(record, binding));
}
