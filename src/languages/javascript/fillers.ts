import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, isFunctionNode, type FunctionNode, type Node, sliceOf, staticName, unwrap } from './ast.ts';
import type { Walk } from './walk-state.ts';

/** What fills a place that outlives the call: an assignment, or a call of a function of the file that has one. */

/** Whether code gives a place something to keep, itself or through a function of its own: `if (!cache) loadCache()`. */
export function fills(root: Node, walk: Walk, place: Node): boolean {
  return some(
    root,
    (node) => assignsTo(node, walk, place) || (node.type === 'CallExpression' && isFiller(walk, node, place)),
  );
}

function assignsTo(node: Node, walk: Walk, place: Node): node is TSESTree.AssignmentExpression {
  return node.type === 'AssignmentExpression' && sameText(walk, node.left, place);
}

/** What empties the place again does not keep: `running = true; …; running = false`. */
function isFiller(walk: Walk, { callee }: TSESTree.CallExpression, place: Node): boolean {
  const body = calledFunction(walk, callee, place)?.body;
  if (!body || !some(body, (node) => assignsTo(node, walk, place))) return false;
  return !some(body, (node) => assignsTo(node, walk, place) && isEmpty(node.right), true);
}

/** A function at the top of the file, or the method of the same object where the place is one of its properties. */
function calledFunction(walk: Walk, callee: Node, place: Node): FunctionNode | undefined {
  if (callee.type === 'Identifier') return isOwn(place) ? undefined : functionsOf(walk).get(callee.name);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression' || !isOwn(place)) return undefined;
  const name = staticName(callee.property, callee.computed);
  const owner = walk.fn.owner?.node;
  const method = owner?.body.body.find(
    (element) => element.type === 'MethodDefinition' && staticName(element.key, element.computed) === name,
  );
  return method?.type === 'MethodDefinition' && isFunctionNode(method.value) ? method.value : undefined;
}

/** `this.place`. */
function isOwn(place: Node): boolean {
  return place.type === 'MemberExpression' && (place.object.type === 'ThisExpression' || isOwn(place.object));
}

const named = new WeakMap<Node, ReadonlyMap<string, FunctionNode>>();

/** The functions at the top of the file, by name; those further down have not been walked yet. */
function functionsOf(walk: Walk): ReadonlyMap<string, FunctionNode> {
  const program = walk.functions[0]?.node;
  if (program?.type !== 'Program') return new Map();
  let functions = named.get(program);
  if (!functions) named.set(program, (functions = new Map(program.body.flatMap(namedFunctions))));
  return functions;
}

function namedFunctions(statement: Node): [string, FunctionNode][] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? namedFunctions(statement.declaration) : [];
    case 'FunctionDeclaration':
      return [[statement.id?.name ?? '', statement]];
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }): [string, FunctionNode][] =>
        id.type === 'Identifier' && init && isFunctionNode(init) ? [[id.name, init]] : [],
      );
    default:
      return [];
  }
}

/** `null`, `undefined`, `void 0`. */
export function isNothing(node: Node): boolean {
  if (node.type === 'Literal') return node.value === null || node.value === 'undefined';
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'Identifier' && node.name === 'undefined';
}

function isEmpty(value: Node): boolean {
  const node = unwrap(value);
  return isNothing(node) || (node.type === 'Literal' && !node.value);
}

export function sameText(walk: Walk, a: Node, b: Node): boolean {
  return sliceOf(walk.source, a) === sliceOf(walk.source, b);
}

/** Whether a node of the same function, or also of those in it, satisfies the test. */
export function some(root: Node, test: (node: Node) => boolean, isDeep = false): boolean {
  let found = false;
  const visit = (node: Node): void => {
    if (found || (!isDeep && isFunctionNode(node))) return;
    if (test(node)) found = true;
    else forEachChild(node, visit);
  };
  visit(root);
  return found;
}
