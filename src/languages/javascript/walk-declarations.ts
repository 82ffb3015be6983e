import type { TSESTree } from '@typescript-eslint/types';
import { isClassNode, isFunctionNode, type Node, unwrap } from './ast.ts';
import { noteDeclaredType } from './declared-types.ts';
import type { Scope } from './records.ts';
import { declare, declareElements, declarePattern, varScope } from './scopes.ts';
import type { Visitors, Walk } from './walk-state.ts';
import { visitDefaults } from './walk-functions.ts';

export const declarationVisitors: Visitors = {
  VariableDeclaration: (walk, node) => {
    for (const declarator of node.declarations) visitDeclarator(walk, declarator, scopeFor(walk, node));
  },
  TSTypeAliasDeclaration: (walk, node) => void walk.types.set(node.id.name, node),
  TSInterfaceDeclaration: (walk, node) => void walk.types.set(node.id.name, node),
  TSEnumDeclaration: (walk, node) => void declare(walk.scope, node.id.name, { kind: 'opaque' }),
  TSDeclareFunction: () => undefined,
  TSAbstractMethodDefinition: () => undefined,
};

/** Where the names of a declaration live. */
export function scopeFor(walk: Walk, node: TSESTree.VariableDeclaration): Scope {
  return node.kind === 'var' ? varScope(walk.scope) : walk.scope;
}

function visitDeclarator(walk: Walk, declarator: TSESTree.VariableDeclarator, scope: Scope): void {
  const { id, init } = declarator;
  visitDefaults(walk, id);
  if (!init) {
    declarePattern(scope, id, () => undefined);
    return;
  }
  if (id.type === 'ArrayPattern')
    declareElements(scope, id, (path) => ({ kind: 'element', node: init, scope: walk.scope, path }));
  else
    declarePattern(scope, id, (path) =>
      path
        ? { kind: 'expression', node: init, scope: walk.scope, path }
        : { kind: 'element', node: init, scope: walk.scope },
    );
  if (id.type === 'Identifier') {
    hintName(walk, init, id, id.name);
    noteDeclaredType(walk, init, id.typeAnnotation);
  }
  walk.visit(init);
  walk.hint = undefined;
}

/** A function or class takes the name of what it is assigned to. */
export function hintName(walk: Walk, value: Node, nameNode: Node, name: string): void {
  const inner = unwrap(value);
  if (isFunctionNode(inner) || isClassNode(inner)) walk.hint = { name, key: name, node: nameNode };
}
