import type { ValueId } from '../../model/facts.ts';
import { isMemberOf, type Node, staticName, unwrap } from './ast.ts';
import type { Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, internMember, UNKNOWN } from './value-table.ts';

const MAX_NAMES = 4;

/** A part of what a text is parsed to, or of a copy, as if it were a part of the text: `items` of `JSON.parse(body)`. */
export function parsedValue(evaluator: Evaluator, expression: Node, scope: Scope, depth = 0): ValueId | undefined {
  const node = unwrap(expression);
  if (depth > MAX_NAMES) return undefined;
  if (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed);
    const of = name === undefined ? undefined : parsedValue(evaluator, node.object, scope, depth + 1);
    return of === undefined || name === undefined || /^\d+$/.test(name) ? undefined : internMember(evaluator, of, name);
  }
  if (node.type === 'Identifier') {
    const [write, ...others] = lookUp(scope, node.name)?.writes ?? [];
    if (write?.kind !== 'expression' || others.length > 0) return undefined;
    const of = parsedValue(evaluator, write.node, write.scope, depth + 1);
    return of === undefined ? undefined : write.path.reduce((id, name) => internMember(evaluator, id, name), of);
  }
  const [first] = node.type === 'CallExpression' && isParse(node.callee) ? node.arguments : [];
  const text = first ? evaluator.evaluate(first, scope) : UNKNOWN;
  return text === UNKNOWN ? undefined : text;
}

function isParse(callee: Node): boolean {
  return isMemberOf(callee, 'JSON', 'parse') || (callee.type === 'Identifier' && callee.name === 'structuredClone');
}

/** `await client.get(url)`: no look-up of an item, for a collection has it at once. */
export function isRequest(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return staticName(node.callee.property, node.callee.computed) === 'get';
}
