import type { TSESTree } from '@typescript-eslint/types';
import { isFunctionNode, isMemberOf, type Node, staticName } from './ast.ts';
import { lookUp } from './scopes.ts';
import type { Walk } from './walk-state.ts';

/** `exports` or `module.exports`, unless the file declares these names itself. */
export function isExportsObject(walk: Walk, node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports' && !lookUp(walk.scope, 'exports');
  return isMemberOf(node, 'module', 'exports') && !lookUp(walk.scope, 'module');
}

const EXPORTING = new Set(['__exportStar', '__reExport', '__export', 'defineProperty', 'assign']);

/** Notes the exports that a call makes, as compilers and older code write them. */
export function noteExportCall(walk: Walk, node: TSESTree.CallExpression, name: string): void {
  if (!EXPORTING.has(name)) return;
  const { callee } = node;
  const [first, second] = node.arguments;
  if (!first || !second) return;
  if (
    (name === '__exportStar' || name === '__reExport') &&
    isExportsObject(walk, name === '__reExport' ? first : second)
  ) {
    const specifier = requiredModule(name === '__reExport' ? second : first);
    if (specifier !== undefined) walk.exports.push({ kind: 'star', specifier });
  } else if (isMemberOf(callee, 'Object', 'defineProperty') && isExportsObject(walk, first)) {
    const defined = definedExport(node);
    if (defined) walk.exports.push({ kind: 'named', name: defined.name, node: defined.value, scope: walk.scope });
  } else if ((name === '__export' || isMemberOf(callee, 'Object', 'assign')) && second.type === 'ObjectExpression') {
    if (isExportsObject(walk, first) || name === '__export') noteObjectExports(walk, second, name === '__export');
  }
}

function requiredModule(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [argument] = node.arguments;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
}

/** @param lazy whether the properties are functions that return the export, as esbuild writes them */
function noteObjectExports(walk: Walk, object: TSESTree.ObjectExpression, lazy: boolean): void {
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const name = staticName(property.key, property.computed);
    if (name === undefined) continue;
    const value = lazy ? (returnedExpression(property.value) ?? property.value) : property.value;
    walk.exports.push({ kind: 'named', name, node: value, scope: walk.scope });
  }
}

/** The value of `Object.defineProperty(exports, 'name', …)`, as compilers write re-exports. */
export function definedExport(node: TSESTree.CallExpression): { name: string; value: Node } | undefined {
  const [, key, descriptor] = node.arguments;
  if (key?.type !== 'Literal' || typeof key.value !== 'string' || descriptor?.type !== 'ObjectExpression') {
    return undefined;
  }
  for (const property of descriptor.properties) {
    if (property.type !== 'Property') continue;
    const name = staticName(property.key, property.computed);
    if (name === 'value') return { name: key.value, value: property.value };
    if (name === 'get' && isFunctionNode(property.value)) {
      const returned = returnedExpression(property.value);
      if (returned) return { name: key.value, value: returned };
    }
  }
  return undefined;
}

function returnedExpression(fn: Node): Node | undefined {
  if (!isFunctionNode(fn)) return undefined;
  if (fn.body.type !== 'BlockStatement') return fn.body;
  const [statement] = fn.body.body;
  return statement?.type === 'ReturnStatement' ? (statement.argument ?? undefined) : undefined;
}
