import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, type Node } from './ast.ts';

type Loop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

/** Statements that only keep the thread busy: nothing, arithmetic on variables, leaving the loop. */
const IDLE_STATEMENTS = new Set([
  'EmptyStatement',
  'BlockStatement',
  'ExpressionStatement',
  'VariableDeclaration',
  'IfStatement',
  'BreakStatement',
  'ContinueStatement',
]);

/** Whether a loop waits for nothing but the clock, if the only calls in it read the clock. */
export function isSpin(loop: Loop): boolean {
  return isSpinBody(loop.body) && !advances(loop);
}

/** `while (items[i].due < Date.now()) i++`: what is compared with the clock moves on, so the loop ends by itself. */
function advances(loop: Loop): boolean {
  if (!loop.test) return false;
  const compared = new Set<string>();
  visitAll(loop.test, (node) => {
    if (node.type === 'Identifier') compared.add(node.name);
  });
  const moves = (node: Node): boolean => {
    if (node.type === 'UpdateExpression')
      return node.argument.type === 'Identifier' && compared.has(node.argument.name);
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return false;
    return compared.has(node.left.name) && !readsSomething(node.right);
  };
  let found = false;
  for (const part of [loop.body, loop.type === 'ForStatement' ? loop.update : null]) {
    if (part) visitAll(part, (node) => (found ||= moves(node)));
  }
  return found;
}

function readsSomething(expression: Node): boolean {
  let found = false;
  visitAll(expression, ({ type }) => (found ||= type === 'CallExpression' || type === 'NewExpression'));
  return found;
}

function visitAll(node: Node, visit: (node: Node) => void): void {
  visit(node);
  forEachChild(node, (child) => visitAll(child, visit));
}

/**
 * Whether a loop body does nothing that outlives it, calls apart: a busy-wait, if the only calls in the loop read
 * the clock.
 */
function isSpinBody(body: Node): boolean {
  if (!IDLE_STATEMENTS.has(body.type)) return false;
  switch (body.type) {
    case 'BlockStatement':
      return body.body.every(isSpinBody);
    case 'IfStatement':
      return isSpinBody(body.consequent) && (!body.alternate || isSpinBody(body.alternate));
    case 'ExpressionStatement':
      return isIdleExpression(body.expression);
    default:
      return true;
  }
}

function isIdleExpression(node: Node): boolean {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.left.type === 'Identifier';
    case 'UpdateExpression':
      return node.argument.type === 'Identifier';
    case 'CallExpression':
    case 'Identifier':
    case 'Literal':
      return true;
    default:
      return false;
  }
}
