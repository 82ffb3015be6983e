import type { RecursionFacts } from '../../model/facts.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import { intern } from '../values.ts';
import type { Evaluator } from './evaluator.ts';
import type { FunctionRecord } from './records.ts';
import { isFunctionNode, type Node, part, unwrap } from './tree.ts';
import { nameOfCallee } from './walk-functions.ts';
import { textOf } from './walk-state.ts';

/** Whether a function calls itself so often that its work grows by a factor with each step: `f(n - 1) + f(n - 2)`. */
export function collectRecursion(
  evaluator: Evaluator,
  record: FunctionRecord,
  starts: LineStarts,
): RecursionFacts | undefined {
  const body = record.index > 0 && record.waits === 0 ? part(record.node, 'body') : undefined;
  if (!body || record.nameNode === null) return undefined;
  const name = textOf(evaluator.walk, record.nameNode);
  // Few functions call themselves.
  if (record.calls.filter(({ callee }) => isSelf(evaluator, record, callee, name)).length < 2) return undefined;
  if (keepsResults(evaluator, record)) return undefined;
  const calls = statementCalls(evaluator, record, body, name);
  for (let param = 0; param < record.params.length; param += 1) {
    const steps = calls.map((call) => stepDown(evaluator, call, param, record.params[param]?.name));
    const [first] = calls;
    if (!first || calls.length < 2 || !steps.every((step) => step !== undefined)) continue;
    const callee = part(first, 'function') ?? first;
    const at = nameOfCallee(callee);
    const of = intern(evaluator, ['param', record.index, param]);
    return { of, steps, at: rangeBetween(starts, at.start, at.end), text: textOf(evaluator.walk, callee) };
  }
  return undefined;
}

/** A cache, or a table of results that is filled. */
function keepsResults({ walk }: Evaluator, { node, decorators }: FunctionRecord): boolean {
  const isCached = decorators.some((decorator) => /cache|memo/i.test(textOf(walk, decorator.node)));
  return isCached || /\w\[[^\]]+\]\s*=[^=]/.test(textOf(walk, node));
}

/** Calls of itself in one statement, or on one side of it: those of several branches are not made together. */
function statementCalls(evaluator: Evaluator, record: FunctionRecord, body: Node, name: string): Node[] {
  for (const part of statementsIn(body).flatMap((statement) => [statement, ...sidesIn(statement)])) {
    const calls: Node[] = [];
    collectCalls(evaluator, record, part, name, calls);
    if (calls.length > 1) return calls;
  }
  return [];
}

/** Both sides of `a if b else c` and of `a or b`, wherever they stand in an expression. */
function sidesIn(node: Node): Node[] {
  if (isFunctionNode(node)) return [];
  return [...(hasSides(node) ? node.children : []), ...node.children.flatMap(sidesIn)];
}

function hasSides({ type }: Node): boolean {
  return type === 'conditional_expression' || type === 'boolean_operator';
}

function statementsIn(node: Node): Node[] {
  const own =
    node.type === 'block' ? node.children.filter(({ type }) => /^(?:return|expression)_statement$/.test(type)) : [];
  return isFunctionNode(node) && node.type === 'lambda' ? [] : [...own, ...node.children.flatMap(statementsIn)];
}

function collectCalls(evaluator: Evaluator, record: FunctionRecord, node: Node, name: string, found: Node[]): void {
  // Only one side is worked out.
  if (isFunctionNode(node) || hasSides(node)) return;
  const callee = node.type === 'call' ? part(node, 'function') : undefined;
  if (callee && isSelf(evaluator, record, callee, name)) found.push(node);
  for (const child of node.children) collectCalls(evaluator, record, child, name, found);
}

function isSelf({ walk }: Evaluator, { owner }: FunctionRecord, callee: Node, name: string): boolean {
  const text = textOf(walk, callee);
  return owner ? text === `self.${name}` || text === `cls.${name}` : text === name;
}

/** The `2` of `n - 2`. */
function stepDown({ walk }: Evaluator, call: Node, param: number, name: string | undefined): number | undefined {
  const argument = part(call, 'arguments')?.children[param];
  const node = argument && unwrap(argument);
  const [left, right] = node?.type === 'binary_operator' ? [part(node, 'left'), part(node, 'right')] : [];
  if (!left || !right || textOf(walk, left) !== name) return undefined;
  if (walk.source.slice(left.end, right.start).trim() !== '-') return undefined;
  const step = Number(textOf(walk, right));
  return step >= 1 && Number.isInteger(step) ? step : undefined;
}
