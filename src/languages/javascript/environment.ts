import { CallFlag } from '../../model/facts.ts';
import { isMemberOf, type Node, staticName, unwrap } from './ast.ts';

/** Call flags for what is done only where a variable of the environment says so: `if (process.env.ADMIN)`. */
export function environmentFlags(condition: Node): number {
  return isSetting(condition) ? CallFlag.Configured : 0;
}

function isSetting(condition: Node): boolean {
  const test = unwrap(condition);
  switch (test.type) {
    case 'MemberExpression':
      return isMemberOf(unwrap(test.object), 'process', 'env') && !isMode(staticName(test.property, test.computed));
    case 'BinaryExpression':
      return /^===?$/.test(test.operator) && isText(test.right) && isSetting(test.left);
    case 'LogicalExpression':
      return test.operator === '&&' && (isSetting(test.left) || isSetting(test.right));
    default:
      return false;
  }
}

/** It is always set, and says how the program is run, not what else it does. */
function isMode(name: string | undefined): boolean {
  return name === 'NODE_ENV';
}

function isText(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && node.value !== '';
}
