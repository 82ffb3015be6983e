import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { isFunctionNode, type Node, startOffset, staticName } from '../../ast.ts';
import { HARMLESS_GLOBALS } from '../../builtins.ts';
import { type Editor, refuse } from '../editor.ts';
import { moduleBindings, type ModuleBinding } from '../modules.ts';
import { childrenOf, type FixSource, functionAround, parentOf } from '../source.ts';
import { isConstant } from './constants.ts';
import { isThreadGlobal } from './globals.ts';

/** What code needs of its file beside itself. */
export interface Closure {
  /** Statements at the top level that declare functions and constants which it uses, itself among them if it is one. */
  readonly statements: Set<TSESTree.ProgramStatement>;
  /** Imported names, with the number of uses. */
  readonly imports: Map<ModuleBinding, number>;
  /** Types that the file declares. */
  readonly types: Map<string, TSESTree.ProgramStatement>;
  /** Variables of the functions around it. */
  readonly inputs: Map<Variable, Reference[]>;
}

/** Collects what the code needs, and refuses what a thread cannot have. What is `passed` becomes an argument. */
export function closureOf(
  editor: Editor,
  roots: readonly Node[],
  unfit: readonly string[],
  passed: ReadonlySet<Node> = new Set(),
): Closure {
  const closure: Closure = { statements: new Set(), imports: new Map(), types: new Map(), inputs: new Map() };
  const pending = [...roots];
  for (const root of roots) {
    const statement = statementOf(editor.source, root);
    if (statement && startOffset(statement) === startOffset(root)) closure.statements.add(statement);
  }
  for (let root = pending.pop(); root; root = pending.pop()) {
    refuseOwnContext(editor, root, passed);
    for (const reference of referencesIn(editor.source, root)) {
      const { resolved, identifier } = reference;
      const isOwn = resolved && [root, ...roots].some((one) => isWithin(resolved, one));
      const found = isOwn || passed.has(identifier) ? undefined : need(editor, closure, reference, unfit);
      if (found) pending.push(found);
    }
  }
  return closure;
}

/** Takes in what a name stands for; returns a statement that has to be looked at as well. */
function need(editor: Editor, closure: Closure, reference: Reference, unfit: readonly string[]): Node | undefined {
  const { source } = editor;
  const { resolved, identifier } = reference;
  if (!resolved) {
    if (!reference.isTypeReference && !isThreadGlobal(source, identifier)) {
      refuse(editor, 'global', `${identifier.name} is a global that a thread may not have`, identifier);
    }
    return undefined;
  }
  if (resolved.scope.block.type !== 'Program') {
    if (reference.isTypeReference)
      refuse(editor, 'local type', `${identifier.name} is a type of a function`, identifier);
    const uses = closure.inputs.get(resolved);
    if (uses) uses.push(reference);
    else closure.inputs.set(resolved, [reference]);
    return undefined;
  }
  const binding = moduleBindings(source).find(
    ({ local, node }) => local === resolved.name && resolved.identifiers.some((name) => isInside(name, node)),
  );
  if (binding) {
    needImport(editor, closure, binding, reference, unfit);
    return undefined;
  }
  return needStatement(editor, closure, resolved, reference);
}

function needImport(
  editor: Editor,
  { imports }: Closure,
  binding: ModuleBinding,
  { identifier, isTypeReference }: Reference,
  unfit: readonly string[],
): void {
  imports.set(binding, (imports.get(binding) ?? 0) + 1);
  if (!isTypeReference && !binding.isType && unfit.includes(binding.specifier)) {
    const message = `${identifier.name} comes from ${binding.specifier}, which does more than declare when a thread loads it`;
    refuse(editor, 'module with effects', message, identifier);
  }
}

function needStatement(
  editor: Editor,
  { statements, types }: Closure,
  variable: Variable,
  { identifier }: Reference,
): Node | undefined {
  const { source } = editor;
  for (const { type, name, node } of variable.defs) {
    const statement = statementOf(source, node);
    if (!statement) continue;
    const kind: string = type;
    if (kind === 'Type') types.set(variable.name, statement);
    else if (kind === 'FunctionName' || (kind === 'Variable' && isConstant(source, variable))) {
      if (statements.has(statement)) continue;
      if (!declaresOne(statement)) {
        refuse(editor, 'several declarations', `${variable.name} is declared together with others`, name);
      }
      if (statement.type === 'ExportDefaultDeclaration') {
        refuse(editor, 'default export', `${name.type === 'Identifier' ? name.name : ''} is the default export`, name);
      }
      statements.add(statement);
      return statement;
    } else refuse(editor, 'module state', stateMessage(variable, kind), identifier);
  }
  return undefined;
}

function declaresOne(statement: TSESTree.ProgramStatement): boolean {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declared?.type !== 'VariableDeclaration' || declared.declarations.length === 1;
}

function stateMessage({ name }: Variable, kind: string): string {
  if (kind === 'ClassName') return `${name} is a class, whose instances lose their methods on the way to a thread`;
  return `${name} is state of the module, which a thread does not share`;
}

/** The statement at the top level that a node is in. */
export function statementOf(source: FixSource, node: Node): TSESTree.ProgramStatement | undefined {
  let inner = node;
  for (let outer = parentOf(source, inner); outer; outer = parentOf(source, inner)) {
    if (outer.type === 'Program') return inner as TSESTree.ProgramStatement;
    inner = outer;
  }
  return undefined;
}

/** Uses of names in a node, in the order of the source. */
export function referencesIn({ scopes }: FixSource, node: Node): Reference[] {
  const found = scopes.scopes.flatMap(({ references }) =>
    references.filter(({ identifier }) => isInside(identifier, node)),
  );
  return found.sort((a, b) => a.identifier.range[0] - b.identifier.range[0]);
}

export function isInside(
  inner: { readonly range: readonly [number, number] },
  { range }: { readonly range: readonly [number, number] },
): boolean {
  return inner.range[0] >= range[0] && inner.range[1] <= range[1];
}

/** Whether the variable is declared in the node. */
export function isWithin({ defs }: Variable, node: Node): boolean {
  return defs.some(({ name }) => isInside(name, node));
}

/** What only means something where the code stands now. */
function refuseOwnContext(editor: Editor, root: Node, passed: ReadonlySet<Node>): void {
  const visit = (node: Node, isOwn: boolean, isOwnThis: boolean): void => {
    const text = passed.has(node) ? undefined : contextOf(node, isOwn, isOwnThis);
    if (text !== undefined) refuse(editor, 'own context', `${text} means something else on a thread`, node);
    if (isFunctionNode(node) && node.async) {
      refuse(editor, 'promises', 'a part of it is asynchronous, and no thread can send a promise', node);
    }
    if (isKeptCode(editor.source, node)) {
      refuse(editor, 'not copied', 'it keeps code or instances in what it computes, which no thread can send', node);
    }
    const isFunction = isFunctionNode(node) && node !== root;
    for (const child of childrenOf(node)) {
      visit(child, isOwn && !isFunction, isOwnThis && !(isFunction && node.type !== 'ArrowFunctionExpression'));
    }
  };
  visit(root, true, true);
}

/** A function, or an instance of a class that is not built in, that is put into a collection or an object. */
function isKeptCode(source: FixSource, node: Node): boolean {
  const isInstance =
    node.type === 'NewExpression' && !(node.callee.type === 'Identifier' && HARMLESS_GLOBALS.has(node.callee.name));
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression' && !isInstance) return false;
  // A table of functions at the top level goes along, it is no result.
  if (functionAround(source, node).type === 'Program') return false;
  const parent = parentOf(source, node);
  if (parent?.type === 'Property' || parent?.type === 'ArrayExpression') return true;
  if (parent?.type === 'AssignmentExpression') return parent.left.type === 'MemberExpression';
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    /^(?:push|unshift|set|add|append|fill)$/.test(staticName(parent.callee.property, parent.callee.computed) ?? '')
  );
}

function contextOf(node: Node, isOwn: boolean, isOwnThis: boolean): string | undefined {
  switch (node.type) {
    case 'ThisExpression':
      return isOwnThis ? 'this' : undefined;
    case 'Super':
      return 'super';
    case 'AwaitExpression':
      return isOwn ? 'await' : undefined;
    case 'YieldExpression':
      return isOwn ? 'yield' : undefined;
    case 'MetaProperty':
      return `${node.meta.name}.${node.property.name}`;
    case 'ImportExpression':
      return 'import()';
    case 'Identifier':
      return isOwnThis && node.name === 'arguments' ? 'arguments' : undefined;
    default:
      return undefined;
  }
}
