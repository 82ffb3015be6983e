import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, isClassNode, isFunctionNode, type Node } from './ast.ts';
import type { NamespaceRecord } from './records.ts';
import { createScope, declare, forEachTarget } from './scopes.ts';
import type { Visitors, Walk } from './walk-state.ts';

export const moduleVisitors: Visitors = {
  ImportDeclaration: visitImport,
  TSImportEqualsDeclaration: visitImportEquals,
  ExportNamedDeclaration: visitExportNamed,
  ExportDefaultDeclaration: visitExportDefault,
  ExportAllDeclaration: (walk, node) => {
    const specifier = node.source.value;
    if (node.exported) {
      walk.exports.push({ kind: 'reexport', exported: nameOf(node.exported), specifier, imported: '*' });
    } else {
      walk.exports.push({ kind: 'star', specifier });
    }
  },
  TSExportAssignment: (walk, node) => {
    walk.exports.push({ kind: 'assign', node: node.expression, scope: walk.scope });
    walk.visit(node.expression);
  },
  TSModuleDeclaration: visitNamespace,
};

function visitImport(walk: Walk, node: TSESTree.ImportDeclaration): void {
  const specifier = node.source.value;
  if (node.importKind !== 'type') walk.loads.push(specifier);
  for (const part of node.specifiers) {
    const name =
      part.type === 'ImportNamespaceSpecifier'
        ? null
        : part.type === 'ImportDefaultSpecifier'
          ? 'default'
          : nameOf(part.imported);
    declare(walk.scope, part.local.name, { kind: 'import', specifier, name });
  }
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** `import fs = require('fs')` and `import x = a.b`. */
function visitImportEquals(walk: Walk, node: TSESTree.TSImportEqualsDeclaration): void {
  const reference = node.moduleReference;
  if (reference.type === 'TSExternalModuleReference') {
    const specifier = reference.expression.value;
    declare(walk.scope, node.id.name, { kind: 'import', specifier, name: null });
  } else {
    declare(walk.scope, node.id.name, { kind: 'expression', node: reference, scope: walk.scope, path: [] });
  }
}

function visitExportNamed(walk: Walk, node: TSESTree.ExportNamedDeclaration): void {
  const { declaration, source } = node;
  if (declaration) {
    walk.visit(declaration);
    exportDeclaration(walk, declaration);
    return;
  }
  for (const part of node.specifiers) {
    const exported = nameOf(part.exported);
    if (source) {
      walk.exports.push({ kind: 'reexport', exported, specifier: source.value, imported: nameOf(part.local) });
    } else {
      walk.exports.push({ kind: 'named', name: exported, node: part.local, scope: walk.scope });
    }
  }
}

function exportDeclaration(walk: Walk, declaration: Node): void {
  const named = (node: TSESTree.Identifier): void => {
    walk.exports.push({ kind: 'named', name: node.name, node, scope: walk.scope });
  };
  switch (declaration.type) {
    case 'VariableDeclaration':
      for (const { id } of declaration.declarations) {
        forEachTarget(id, [], (target) => {
          if (target.type === 'Identifier') named(target);
        });
      }
      break;
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      walk.exports.push({ kind: 'type', name: declaration.id.name, node: declaration, scope: walk.scope });
      break;
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      if (declaration.id?.type === 'Identifier') named(declaration.id);
      break;
    default:
  }
}

function visitExportDefault(walk: Walk, node: TSESTree.ExportDefaultDeclaration): void {
  const { declaration } = node;
  if ((isFunctionNode(declaration) || isClassNode(declaration)) && !declaration.id) {
    walk.hint = { name: 'default export', key: 'default', node: declaration };
  }
  walk.visit(declaration);
  walk.hint = undefined;
  if (declaration.type === 'TSInterfaceDeclaration') {
    walk.exports.push({ kind: 'type', name: 'default', node: declaration, scope: walk.scope });
    return;
  }
  walk.exports.push({ kind: 'named', name: 'default', node: declaration, scope: walk.scope });
}

/** `namespace X { export function f() {} }`: an object with the exported members. */
function visitNamespace(walk: Walk, node: TSESTree.TSModuleDeclaration): void {
  const body = node.body as Node | undefined;
  if (body?.type !== 'TSModuleBlock' || node.id.type !== 'Identifier' || node.declare) return;
  const outer = walk.scope;
  const exportCount = walk.exports.length;
  const scope = createScope(outer, walk.fn, true);
  walk.scope = scope;
  forEachChild(body, walk.visit);
  walk.scope = outer;
  const inner = walk.exports.splice(exportCount);
  const members: NamespaceRecord = {
    names: inner.flatMap((entry) => (entry.kind === 'named' ? [entry.name] : [])),
    scope,
  };
  declare(outer, node.id.name, { kind: 'namespace', members });
}
