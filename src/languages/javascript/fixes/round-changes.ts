import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, forEachChild, isFunctionNode, type Node, startOffset, staticName, unwrap } from '../ast.ts';
import { forEachTarget } from '../scopes.ts';
import { type FixSource, parentOf, variableAt } from './source.ts';

/** Something that a round does to what other rounds see as well. */
export interface RoundChange {
  /** The name at its root; `this`. */
  readonly name: string;
  readonly node: Node;
  /** `name.push(…);` as a statement of the loop's own function. */
  readonly push: TSESTree.CallExpression | undefined;
}

const MUTATORS = /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|append)$/;

/** The changes in some statements of a loop's body to what is declared outside the loop. */
export function changesIn(source: FixSource, loop: Node, statements: readonly Node[]): RoundChange[] {
  const found: RoundChange[] = [];
  const add = (target: Node, node: Node, push?: TSESTree.CallExpression): void => {
    let root = unwrap(target);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    const name = root.type === 'Identifier' ? root.name : root.type === 'ThisExpression' ? 'this' : undefined;
    if (name !== undefined && !isDeclaredIn(source, root, name, loop)) found.push({ name, node, push });
  };
  const visit = (node: Node, isNested: boolean): void => {
    if (node.type === 'AssignmentExpression') forEachTarget(node.left, undefined, (target) => add(target, node));
    if (node.type === 'UpdateExpression') add(node.argument, node);
    if (node.type === 'UnaryExpression' && node.operator === 'delete') add(node.argument, node);
    if (node.type === 'CallExpression') {
      const callee = unwrap(node.callee);
      const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : undefined;
      if (callee.type === 'MemberExpression' && method !== undefined && MUTATORS.test(method)) {
        const isPush = method === 'push' && callee.object.type === 'Identifier' && !isNested;
        const isStatement = parentOf(source, node)?.type === 'ExpressionStatement';
        add(callee.object, node, isPush && isStatement ? node : undefined);
      }
    }
    forEachChild(node, (child) => {
      visit(child, isNested || isFunctionNode(node));
    });
  };
  for (const statement of statements) visit(statement, false);
  return found;
}

function isDeclaredIn(source: FixSource, use: Node, name: string, loop: Node): boolean {
  const variable = name === 'this' ? undefined : variableAt(source, use, name);
  return variable?.defs.some(({ name: at }) => isWithin(at, loop)) ?? false;
}

export function isWithin(inner: Node, outer: Node): boolean {
  return startOffset(inner) >= startOffset(outer) && endOffset(inner) <= endOffset(outer);
}

/** `continue` statements that end a round of the loop itself. */
export function continuesOf(statements: readonly Node[]): TSESTree.ContinueStatement[] {
  const found: TSESTree.ContinueStatement[] = [];
  const visit = (node: Node): void => {
    if (isFunctionNode(node) || /^(?:For|While|DoWhile)/.test(node.type)) return;
    if (node.type === 'ContinueStatement') found.push(node);
    forEachChild(node, visit);
  };
  for (const statement of statements) visit(statement);
  return found;
}

/** Whether an await is met whatever the statement's other values are. */
export function isMetAlways(source: FixSource, node: Node, statement: Node): boolean {
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    if (outer === statement) return outer.type === 'ExpressionStatement' || outer.type === 'VariableDeclaration';
    const isSure =
      /^(?:Call|New|Member|Array|Object|Await|Binary|Unary|TSAs|TSNonNull|TSSatisfies|Assignment)Expression$/.test(
        outer.type,
      ) || /^(?:Property|SpreadElement|TemplateLiteral|VariableDeclarator)$/.test(outer.type);
    const isShort = outer.type === 'AssignmentExpression' && /^(?:\?\?|\|\||&&)=$/.test(outer.operator);
    const isOptional = (outer.type === 'CallExpression' || outer.type === 'MemberExpression') && outer.optional;
    if (!isSure || isShort || isOptional) return false;
  }
  return false;
}
