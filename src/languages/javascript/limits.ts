import type { TSESTree } from '@typescript-eslint/types';
import { type Node, staticName, unwrap } from './ast.ts';
import type { Walk } from './walk-state.ts';

const COMPARISONS = new Set(['<', '<=', '>', '>=']);

/** Below it is a check for emptiness, or for a password that is too short, not a limit. */
const MIN_LIMIT = 10;

/** Notes `text.length > 500` down: from there on, or in its branch, the text is not long. */
export function noteLimit(walk: Walk, { operator, left, right }: TSESTree.BinaryExpression): void {
  if (!COMPARISONS.has(operator)) return;
  const measured = measuredBy(left) ?? measuredBy(right);
  if (!measured || !isLimit(measured === measuredBy(left) ? right : left)) return;
  walk.fn.lengths.push({ node: measured, scope: walk.scope });
}

/** `text` of `text.length`, and of `Buffer.byteLength(text)`. */
function measuredBy(expression: Node): Node | undefined {
  const node = unwrap(expression);
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    return staticName(node.callee.property, node.callee.computed) === 'byteLength' ? node.arguments[0] : undefined;
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const { name } = node.property;
  return name === 'length' || name === 'size' || name === 'byteLength' ? node.object : undefined;
}

/** A constant, or something that is named as one. */
function isLimit(expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' && node.value >= MIN_LIMIT;
    case 'Identifier':
      return isName(node.name);
    case 'MemberExpression':
      return isName(staticName(node.property, node.computed) ?? '');
    case 'BinaryExpression':
      return isLimit(node.left) || isLimit(node.right);
    default:
      return false;
  }
}

function isName(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$|max|limit|length|size/i.test(name) && !/^(?:length|size)$/.test(name);
}
