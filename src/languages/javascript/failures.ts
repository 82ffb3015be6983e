import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import { leaves } from './conditions.ts';
import { type Node, calledName, lastName, staticName, unwrap } from './ast.ts';
import { LOG } from './logs.ts';
import type { FunctionRecord } from './records.ts';

/** Code that runs only when something failed: what it costs is seldom paid. */

/** `CallFlag.OnFailure` for the branches of a condition: `if (error) …`, `if (!error) … else …`, and those that begin with a complaint. */
export function failureFlags(
  fn: FunctionRecord,
  { test, consequent: yes, alternate: no }: TSESTree.IfStatement,
): { consequent: number; alternate: number } {
  const consequent = (!fn.isAnswer && impliesFailure(test, true)) || complains(yes);
  const alternate = no !== null && ((!fn.isAnswer && impliesFailure(test, false)) || complains(no));
  return { consequent: flagFor(consequent), alternate: flagFor(alternate) };
}

/** The same for what follows a statement: after `if (!error) return`, after a `try` that ends in `return` and was left by its `catch`. */
export function failureFlagsAfter(fn: FunctionRecord, statement: Node): number {
  if (statement.type === 'IfStatement') {
    return flagFor(
      !fn.isAnswer && !statement.alternate && leaves(statement.consequent) && impliesFailure(statement.test, false),
    );
  }
  if (statement.type !== 'TryStatement' || !statement.handler || statement.finalizer) return 0;
  return flagFor(leaves(statement.block) && !leaves(statement.handler.body));
}

/** The same for a function that is handed to a call: `on('error', …)`, `promise.catch(…)`, `promise.then(…, …)`. */
export function failureFlagsOf(call: TSESTree.CallExpression, index: number): number {
  const method = call.callee.type === 'MemberExpression' ? calledName(call) : '';
  const [first] = call.arguments;
  if (method === 'catch') return flagFor(index === 0);
  if (method === 'then') return flagFor(index === 1);
  const event = first?.type === 'Literal' ? first.value : undefined;
  const isListener = LISTENING.has(method) && index === 1;
  return flagFor(isListener && typeof event === 'string' && FAILING.test(event));
}

/** A question to the file system: an error is one of its answers. */
export function isProbe(call: Pick<TSESTree.CallExpression, 'callee'>): boolean {
  return /^(?:access|exists|l?stat)(?:Sync)?$/.test(calledName(call));
}

const LISTENING = new Set(['on', 'once', 'addListener', 'addEventListener', 'prependListener']);
const FAILING = /^(?:error|\w+Error|uncaughtException|unhandledRejection)$/;

function flagFor(isFailure: boolean): number {
  return isFailure ? CallFlag.OnFailure : 0;
}

/** Names that hold what went wrong, and nothing as long as all is well. */
const ERROR = /^_?(?:err|error)$|[a-z\d](?:Err|Error)$/;

/** Whether the test has that outcome only when there is an error. */
function impliesFailure(condition: Node, outcome: boolean): boolean {
  const test = unwrap(condition);
  switch (test.type) {
    case 'Identifier':
      return outcome && isError(test);
    case 'UnaryExpression':
      return test.operator === '!' && impliesFailure(test.argument, !outcome);
    case 'LogicalExpression': {
      const isEither = test.operator === (outcome ? '&&' : '||');
      const left = impliesFailure(test.left, outcome);
      const right = impliesFailure(test.right, outcome);
      return isEither ? left || right : left && right;
    }
    case 'BinaryExpression':
      return looksInto(test.left) ? outcome : isSomething(test, outcome);
    default:
      return false;
  }
}

/** `error.code === 'ENOENT'`, `error instanceof Missing`: it is compared because it is there. */
function looksInto(compared: Node): boolean {
  const value = unwrap(compared);
  return value.type === 'MemberExpression' && isError(value.object);
}

/** `error != null`, or `error == null` with the other outcome. */
function isSomething({ left, operator, right }: TSESTree.BinaryExpression, outcome: boolean): boolean {
  if (!isError(left)) return false;
  if (operator === 'instanceof') return outcome;
  const isEmpty = (right.type === 'Literal' && right.value === null) || isNamed(right, /^undefined$/);
  return isEmpty && outcome === operator.startsWith('!');
}

function isError(node: Node): boolean {
  return isNamed(unwrap(node), ERROR);
}

function isNamed(node: Node, name: RegExp): boolean {
  return node.type === 'Identifier' && name.test(node.name);
}

/** `log.warn(…)`, `console.error(…)` at the head of a branch. */
function complains(branch: Node): boolean {
  const first = branch.type === 'BlockStatement' ? branch.body[0] : branch;
  if (first?.type !== 'ExpressionStatement' || first.expression.type !== 'CallExpression') return false;
  const callee = unwrap(first.expression.callee);
  if (callee.type !== 'MemberExpression') return false;
  return COMPLAINING.has(staticName(callee.property, callee.computed) ?? '') && LOG.test(lastName(callee.object));
}

const COMPLAINING = new Set(['warn', 'warning', 'error', 'fatal']);
