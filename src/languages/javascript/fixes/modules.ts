import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { isBuiltin } from 'node:module';
import { type Node, staticName, unwrap } from '../ast.ts';
import { type FixSource, variableAt } from './source.ts';

/** A name at the top of the file that stands for a module or for something of it. */
export interface ModuleBinding {
  readonly specifier: string;
  /** `*`: the module; `default`; else the name of an export. */
  readonly imported: string;
  readonly local: string;
  /** Import specifier, or the declarator or property of a `require`. */
  readonly node: Node;
  /** The whole statement. */
  readonly statement: TSESTree.ProgramStatement;
  readonly isType: boolean;
}

const cache = new WeakMap<FixSource, readonly ModuleBinding[]>();

/** What the file imports or requires at its top level, in the order of the source. */
export function moduleBindings(source: FixSource): readonly ModuleBinding[] {
  let bindings = cache.get(source);
  if (!bindings) cache.set(source, (bindings = source.program.body.flatMap(bindingsOf)));
  return bindings;
}

function bindingsOf(statement: TSESTree.ProgramStatement): ModuleBinding[] {
  if (statement.type === 'ImportDeclaration') return importBindings(statement);
  if (statement.type === 'TSImportEqualsDeclaration') {
    const { moduleReference, id } = statement;
    if (moduleReference.type !== 'TSExternalModuleReference') return [];
    const specifier = stringOf(moduleReference.expression);
    return specifier === undefined
      ? []
      : [{ specifier, imported: '*', local: id.name, node: statement, statement, isType: false }];
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap((declarator) => requireBindings(statement, declarator));
}

function importBindings(statement: TSESTree.ImportDeclaration): ModuleBinding[] {
  const specifier = statement.source.value;
  return statement.specifiers.map((node): ModuleBinding => {
    const isType = statement.importKind === 'type' || (node.type === 'ImportSpecifier' && node.importKind === 'type');
    const imported =
      node.type === 'ImportNamespaceSpecifier'
        ? '*'
        : node.type === 'ImportDefaultSpecifier'
          ? 'default'
          : node.imported.type === 'Identifier'
            ? node.imported.name
            : node.imported.value;
    return { specifier, imported, local: node.local.name, node, statement, isType };
  });
}

/** `const x = require('m')`, `const { a, b: c } = require('m')`, `const p = require('m').promises`. */
function requireBindings(
  statement: TSESTree.ProgramStatement,
  declarator: TSESTree.VariableDeclarator,
): ModuleBinding[] {
  const init = declarator.init && unwrap(declarator.init);
  const member = init?.type === 'MemberExpression' ? staticName(init.property, init.computed) : undefined;
  const specifier = requiredModule(init?.type === 'MemberExpression' ? unwrap(init.object) : init);
  if (specifier === undefined) return [];
  const { id } = declarator;
  if (id.type === 'Identifier') {
    return [{ specifier, imported: member ?? '*', local: id.name, node: declarator, statement, isType: false }];
  }
  if (id.type !== 'ObjectPattern' || member !== undefined) return [];
  return id.properties.flatMap((node): ModuleBinding[] => {
    if (node.type !== 'Property' || node.value.type !== 'Identifier') return [];
    const imported = staticName(node.key, node.computed);
    if (imported === undefined) return [];
    return [{ specifier, imported, local: node.value.name, node, statement, isType: false }];
  });
}

/** The module that `require('m')` loads. */
export function requiredModule(node: Node | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') {
    return undefined;
  }
  return stringOf(node.arguments[0]);
}

function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** `fs` and `node:fs` are the same module. */
export function canonicalModule(specifier: string): string {
  return isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
}

/** How the file writes a module's name: with `node:` unless it writes built-in modules without. */
export function specifierFor(source: FixSource, module: string): string {
  if (!module.startsWith('node:')) return module;
  const builtins = moduleBindings(source).filter(({ specifier }) => isBuiltin(specifier));
  const isBare = builtins.length > 0 && !builtins.some(({ specifier }) => specifier.startsWith('node:'));
  const bare = module.slice('node:'.length);
  return isBare && isBuiltin(bare) ? bare : module;
}

/** The binding that an identifier refers to, unless something nearer has its name. */
export function bindingOf(source: FixSource, identifier: TSESTree.Identifier): ModuleBinding | undefined {
  const variable = variableAt(source, identifier, identifier.name);
  return variable && moduleBindings(source).find((binding) => isOf(variable, binding));
}

function isOf(variable: Variable, { node, local }: ModuleBinding): boolean {
  if (variable.name !== local) return false;
  return variable.identifiers.some(({ range }) => range[0] >= node.range[0] && range[1] <= node.range[1]);
}
