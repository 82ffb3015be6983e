import {
  type CallFacts,
  CallFlag,
  type FunctionFacts,
  type ParameterDefault,
  type ParameterGuard,
  type ValueId,
} from '../../model/facts.ts';
import { guardFacts } from '../branches.ts';
import type { Evaluator } from './evaluator.ts';
import { operatorOf } from './guards.ts';
import { literalOf } from './literals.ts';
import type { Binding, FunctionRecord, ParamRecord } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Node, part, parts, unwrap } from './tree.ts';
import { textOf, type Walk } from './walk-state.ts';

/** What tests of parameters say of calls: those below `if stack_info:` are not made for a caller that leaves it out. */

/** Runs `inner`, which is only reached if each of the tests has its outcome. */
export function inBranch(walk: Walk, tests: readonly (readonly [Node, boolean])[], inner: () => void): void {
  const from = walk.fn.calls.length;
  inner();
  for (const [test, outcome] of tests) noteGuard(walk, test, outcome, from);
}

/** What was called since `from` is called only if the test has that outcome. */
export function noteGuard(walk: Walk, test: Node, outcome: boolean, from: number): void {
  const to = walk.fn.calls.length;
  if (to > from) addGuards(walk, test, outcome, { from, to });
}

/** `if cached: return …`: what follows runs only if these tests failed. */
export function failedAfter(statement: Node): Node[] {
  if (statement.type !== 'if_statement') return [];
  const failed: Node[] = [];
  for (const clause of [statement, ...parts(statement, 'alternative')]) {
    const [test, body] = [part(clause, 'condition'), part(clause, 'consequence')];
    if (!test || !body || !leaves(body)) break;
    failed.push(test);
  }
  return failed;
}

/** Whether control never comes to the end of the block. */
function leaves(block: Node): boolean {
  const last = block.children.at(-1);
  return last?.type === 'return_statement' || last?.type === 'raise_statement';
}

interface Calls {
  readonly from: number;
  readonly to: number;
}

function addGuards(walk: Walk, condition: Node, outcome: boolean, calls: Calls): void {
  const test = unwrap(condition);
  switch (test.type) {
    case 'identifier': {
      const meant = resultOfTest(walk, test);
      if (meant) addGuards(walk, meant, outcome, calls);
      else add(walk, test, { test: 'truthy', value: true, wanted: outcome }, calls);
      break;
    }
    case 'not_operator': {
      const inner = part(test, 'argument');
      if (inner) addGuards(walk, inner, !outcome, calls);
      break;
    }
    case 'boolean_operator':
      if ((operatorOf(walk, test) === 'and') !== outcome) break;
      for (const side of [...parts(test, 'left'), ...parts(test, 'right')]) addGuards(walk, side, outcome, calls);
      break;
    case 'comparison_operator':
      addComparison(walk, test, outcome, calls);
      break;
    case 'call':
      addInstanceTest(walk, test, outcome, calls);
      break;
    default:
  }
}

/** `is_last = kind == 'last'`: the test that a variable has the outcome of. */
function resultOfTest(walk: Walk, name: Node): Node | undefined {
  const [write, ...others] = lookUp(walk.scope, textOf(walk, name))?.writes ?? [];
  if (write?.kind !== 'expression' || write.isDefault === true || others.length > 0) return undefined;
  const test = unwrap(write.node);
  return test.type === 'comparison_operator' || test.type === 'not_operator' ? test : undefined;
}

function addComparison(walk: Walk, test: Node, outcome: boolean, calls: Calls): void {
  const [left, right, ...more] = test.children;
  if (!left || !right || more.length > 0) return;
  const value = literalOf(walk, right);
  const of = unwrap(left);
  if (value === undefined || of.type !== 'identifier') return;
  const operator = walk.source
    .slice(left.end, right.start)
    .replace(/[()\\\s]+/g, ' ')
    .trim();
  if (operator === '==' || operator === 'is') add(walk, of, { test: 'is', value, wanted: outcome }, calls);
  if (operator === '!=' || operator === 'is not') add(walk, of, { test: 'is', value, wanted: !outcome }, calls);
}

/** Types whose values are constants in the source. */
const TYPES: Readonly<Record<string, string>> = { str: 'string', int: 'number', float: 'number', bool: 'boolean' };

/** `isinstance(source, io.IOBase)`: an object, or a constant of one type. */
function addInstanceTest(walk: Walk, test: Node, outcome: boolean, calls: Calls): void {
  const callee = part(test, 'function');
  const [of, type, ...more] = part(test, 'arguments')?.children ?? [];
  if (!callee || textOf(walk, callee) !== 'isinstance' || of?.type !== 'identifier' || !type || more.length > 0) return;
  const names = type.type === 'tuple' ? type.children.map((one) => textOf(walk, one)) : [textOf(walk, type)];
  const values = new Set(names.map((name) => TYPES[name] ?? 'object'));
  // What is none of several types is not of the first, either.
  if (outcome && values.size > 1) return;
  for (const value of values) add(walk, of, { test: 'typeof', value, wanted: outcome }, calls);
}

type Guard = Pick<ParameterGuard, 'test' | 'value' | 'wanted'>;

function add(walk: Walk, name: Node, guard: Guard, calls: Calls): void {
  const binding = lookUp(walk.scope, textOf(walk, name));
  if (!binding) return;
  // A loop may come back to the test.
  const before = walk.flags & CallFlag.InLoop ? Infinity : name.end;
  (walk.fn.guards ??= []).push({ ...guard, binding: { of: binding, before }, ...calls });
}

/** Which parameter of the function it is, unless something else than its default is assigned to it before that place. */
function parameterOf(fn: FunctionRecord, { writes }: Binding, before = Infinity): number | undefined {
  const [write, ...others] = writes;
  if (write?.kind !== 'param' || write.fn !== fn) return undefined;
  const isKept = others.every(
    (other) => other.kind === 'expression' && (other.isDefault === true || other.node.start > before),
  );
  return isKept ? write.index : undefined;
}

/** What parameters decide on calls, once the calls that are kept have their index. */
export function collectGuards(
  evaluator: Evaluator,
  record: FunctionRecord,
  calls: readonly CallFacts[],
): Pick<FunctionFacts, 'guards' | 'defaults' | 'handsOn'> {
  const guards = guardFacts(record.guards ?? [], record.calls, ({ of, before }) => parameterOf(record, of, before));
  const { handsOn } = record;
  const defaults = record.params.flatMap((param, index): ParameterDefault[] => {
    const { value } = param;
    const matters =
      value !== undefined && (decides(guards, index) || isHandedOn(evaluator, record, calls, param, index));
    return matters ? [[index, value]] : [];
  });
  return {
    ...(guards.length > 0 && { guards }),
    ...(defaults.length > 0 && { defaults }),
    ...(handsOn !== undefined && { handsOn }),
  };
}

function decides(guards: readonly ParameterGuard[], index: number): boolean {
  return guards.some(({ param }) => param === index);
}

/** Whether a call of the function hands a parameter on as it is. */
function isHandedOn(
  { values }: Evaluator,
  record: FunctionRecord,
  calls: readonly CallFacts[],
  { name }: ParamRecord,
  index: number,
): boolean {
  const binding = record.scope.bindings?.get(name);
  if (!binding || parameterOf(record, binding) !== index) return false;
  const isParameter = (id: ValueId): boolean => {
    const value = values[id];
    return value?.[0] === 'param' && value[1] === record.index && value[2] === index;
  };
  return calls.some(({ args }) => args.some(isParameter));
}
