import { analyze, type Scope, type ScopeManager, type Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Range } from '../../../model/range.ts';
import { rememberingRecent } from '../../recent.ts';
import { endOffset, isFunctionNode, type FunctionNode, type Node, startOffset, unwrap } from '../ast.ts';
import { lineStarts, rangeBetween, type LineStarts } from '../lines.ts';
import { parseSource, type Comment } from '../parse.ts';

/** A file that is going to be edited: its tree with parents, its scopes, its text. */
export interface FixSource {
  readonly path: string;
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly starts: LineStarts;
  readonly comments: readonly Comment[];
  readonly parents: ReadonlyMap<Node, Node>;
  readonly scopes: ScopeManager;
  /** Import and export statements, or an extension that says so. */
  readonly isModule: boolean;
  readonly isTypeScript: boolean;
}

/** Parses with the reference parser, whose tree the scope analysis reads; undefined for what is no code. */
export const readSource = rememberingRecent(parse);

function parse(path: string, text: string): FixSource | undefined {
  const { parsed } = parseSource(path, text, 'typescript');
  if (!parsed) return undefined;
  const { program } = parsed;
  const isModule = isEsModule(path, program);
  return {
    path,
    text,
    program,
    starts: lineStarts(text),
    comments: parsed.comments(),
    parents: parentsOf(program),
    // The module scope of an ES module and the function that wraps a CommonJS one are both below the global scope.
    scopes: analyze(program, { sourceType: isModule ? 'module' : 'commonjs', lib: [] }),
    isModule,
    isTypeScript: /\.[cm]?tsx?$/.test(path),
  };
}

function isEsModule(path: string, program: TSESTree.Program): boolean {
  if (/\.m[jt]s$/.test(path)) return true;
  return program.body.some(({ type }) => type.startsWith('Import') || type.startsWith('Export'));
}

function parentsOf(program: TSESTree.Program): Map<Node, Node> {
  const parents = new Map<Node, Node>();
  const visit = (node: Node): void => {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(program);
  return parents;
}

/** All children, types included, in source order. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const child = fields[key];
    if (Array.isArray(child)) children.push(...child.filter((element) => element !== null));
    else if (child) children.push(child);
  }
  return children;
}

export function parentOf({ parents }: FixSource, node: Node): Node | undefined {
  return parents.get(node);
}

export function rangeAt({ starts }: FixSource, start: number, end = start): Range {
  return rangeBetween(starts, start, end);
}

function offsetAt({ starts }: FixSource, line: number, character: number): number {
  return (starts[line] ?? 0) + character;
}

/** The innermost node that covers exactly the range. */
export function nodeAt(source: FixSource, at: Range): Node | undefined {
  const start = offsetAt(source, at[0], at[1]);
  const end = offsetAt(source, at[2], at[3]);
  let found: Node | undefined;
  const visit = (node: Node): void => {
    if (startOffset(node) > start || endOffset(node) < end) return;
    if (startOffset(node) === start && endOffset(node) === end) found = node;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(source.program);
  return found;
}

export type Loop =
  | TSESTree.ForStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/** The loop that starts where the range does. */
export function anyLoopAt(source: FixSource, at: Range): Loop | undefined {
  const start = offsetAt(source, at[0], at[1]);
  const visit = (node: Node): Loop | undefined => {
    if (startOffset(node) > start || endOffset(node) < start) return undefined;
    if (startOffset(node) === start && isLoop(node)) return node;
    for (const child of childrenOf(node)) {
      const found = visit(child);
      if (found) return found;
    }
    return undefined;
  };
  return visit(source.program);
}

export function isLoop(node: Node): node is Loop {
  return /^(?:While|DoWhile|For|ForOf|ForIn)Statement$/.test(node.type);
}

/** The same, if it goes by a condition. */
export function loopAt(source: FixSource, at: Range): Node | undefined {
  const loop = anyLoopAt(source, at);
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement' ? undefined : loop;
}

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The call whose callee is named at the range. */
export function callAt(source: FixSource, at: Range): Call | undefined {
  let node = nodeAt(source, at);
  for (let depth = 0; node && depth < 12; depth++) {
    const parent: Node | undefined = parentOf(source, node);
    if ((parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node)
      return parent;
    node = parent;
  }
  return undefined;
}

/** What is called: `(0, f)()`, as compilers write it, calls `f`. */
export function calleeOf({ callee }: Call): Node {
  const node = unwrap(callee);
  return node.type === 'SequenceExpression' ? unwrap(node.expressions.at(-1) ?? node) : node;
}

/** The function around a node; the program where there is none. */
export function functionAround(source: FixSource, node: Node): FunctionNode | TSESTree.Program {
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer))
    if (isFunctionNode(outer)) return outer;
  return source.program;
}

/** The innermost scope at a node. */
function scopeAt({ scopes, parents }: FixSource, node: Node): Scope {
  for (let outer: Node | undefined = node; outer; outer = parents.get(outer)) {
    const scope = scopes.acquire(outer, true);
    if (scope) return scope;
  }
  return scopes.scopes[0]!;
}

/** The variable that a name at a node stands for. */
export function variableAt(source: FixSource, node: Node, name: string): Variable | undefined {
  for (let scope: Scope | null = scopeAt(source, node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

/** Whether a name means something anywhere in the file, declared or not. */
export function isNameUsed({ scopes }: FixSource, name: string): boolean {
  return scopes.scopes.some(
    (scope) => scope.set.has(name) || scope.through.some(({ identifier }) => identifier.name === name),
  );
}

/** Whether a block may declare a name for its own statements: nothing there has it, and none of them means another one by it. */
export function isFreeIn(source: FixSource, block: Node, name: string): boolean {
  const [start, end] = block.range;
  const isInside = ([from, to]: readonly [number, number]): boolean => from >= start && to <= end;
  if (scopeAt(source, block).set.has(name)) return false;
  return !source.scopes.scopes.some((scope) =>
    scope.references.some(
      ({ identifier, resolved }) =>
        identifier.name === name && isInside(identifier.range) && !(resolved && isInside(resolved.scope.block.range)),
    ),
  );
}

/** Whether what is called or looked up may not be there, and the rest is skipped then. */
export function isOptional(node: Node): boolean {
  if (node.type === 'CallExpression') return node.optional || isOptional(node.callee);
  return node.type === 'MemberExpression' && (node.optional || isOptional(node.object));
}

/** `arguments`, which each function but an arrow has of its own. */
export function isArguments(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'arguments';
}
