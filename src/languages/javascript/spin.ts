import type { Node } from './ast.ts';

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

/**
 * Whether a loop body does nothing that outlives it, calls apart: a busy-wait, if the only calls in the loop read
 * the clock.
 */
export function isSpinBody(body: Node): boolean {
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
