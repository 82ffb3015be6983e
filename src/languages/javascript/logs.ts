import { type Node, staticName, unwrap } from './ast.ts';

/** Names of what log lines are handed to. */
export const LOG = /^console$|log/i;

/** The name that is nearest to a call of one of its methods. */
export function lastName(node: Node): string {
  const target = unwrap(node);
  if (target.type === 'Identifier') return target.name;
  return target.type === 'MemberExpression' ? (staticName(target.property, target.computed) ?? '') : '';
}
