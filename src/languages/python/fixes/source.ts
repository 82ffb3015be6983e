import type { Range } from '../../../model/range.ts';
import { lineOf, lineStarts, type LineStarts, rangeBetween } from '../../lines.ts';
import { rememberingRecent } from '../../recent.ts';
import { parsePython } from '../parse.ts';
import type { Binding, Scope } from '../records.ts';
import { lookUp } from '../scopes.ts';
import { type Comment, isFunctionNode, lowerTree, type Node, part } from '../tree.ts';
import { walkModule } from '../walk.ts';
import type { Walk } from '../walk-state.ts';

/** A file that is going to be edited: its tree with parents, its scopes, its text. */
export interface FixSource {
  readonly path: string;
  readonly text: string;
  readonly root: Node;
  readonly comments: readonly Comment[];
  readonly starts: LineStarts;
  readonly parents: ReadonlyMap<Node, Node>;
  readonly walk: Walk;
  readonly newline: string;
}

/** Undefined for what is no code. The grammar must be loaded. */
export const readSource = rememberingRecent(parse);

function parse(path: string, text: string): FixSource | undefined {
  const tree = parsePython(text);
  const { hasError } = tree.rootNode;
  const lowered = hasError ? undefined : lowerTree(tree, text);
  tree.delete();
  if (!lowered) return undefined;
  const { root, comments } = lowered;
  return {
    path,
    text,
    root,
    comments,
    starts: lineStarts(text),
    parents: parentsOf(root),
    walk: walkModule(root, text),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function parentsOf(root: Node): Map<Node, Node> {
  const parents = new Map<Node, Node>();
  const visit = (node: Node): void => {
    for (const child of node.children) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(root);
  return parents;
}

export function sliceOf({ text }: FixSource, { start, end }: Pick<Node, 'start' | 'end'>): string {
  return text.slice(start, end);
}

export function parentOf({ parents }: FixSource, node: Node): Node | undefined {
  return parents.get(node);
}

export function rangeOf({ starts }: FixSource, { start, end }: Pick<Node, 'start' | 'end'>): Range {
  return rangeBetween(starts, start, end);
}

export function offsetAt({ starts }: FixSource, line: number, character: number): number {
  return (starts[line] ?? 0) + character;
}

/** The innermost node that covers exactly the range. */
export function nodeAt(source: FixSource, at: Range): Node | undefined {
  const start = offsetAt(source, at[0], at[1]);
  const end = offsetAt(source, at[2], at[3]);
  let found: Node | undefined;
  const visit = (node: Node): void => {
    if (node.start > start || node.end < end) return;
    if (node.start === start && node.end === end) found = node;
    for (const child of node.children) visit(child);
  };
  visit(source.root);
  return found;
}

/** The top-level statement that a range stands in. */
export function topStatementAt(source: FixSource, at: Range): Node | undefined {
  const start = offsetAt(source, at[0], at[1]);
  return source.root.children.find((statement) => statement.start <= start && start < statement.end);
}

/** The call whose callee is named at the range. */
export function callAt(source: FixSource, at: Range): Node | undefined {
  let node = nodeAt(source, at);
  for (let depth = 0; node && depth < MAX_CALLEE; depth++) {
    const parent: Node | undefined = parentOf(source, node);
    if (parent?.type === 'call' && part(parent, 'function') === node) return parent;
    if (parent && !/^(?:attribute|call|parenthesized_expression|subscript)$/.test(parent.type)) return undefined;
    node = parent;
  }
  return undefined;
}

const MAX_CALLEE = 12;

/** The function around a node, which runs it: what stands in a default value or a decorator is run by the one around. */
export function functionAround(source: FixSource, node: Node): Node {
  for (let inner = node, outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    if (isFunctionNode(outer) && part(outer, 'body') === inner) return outer;
    inner = outer;
  }
  return source.root;
}

/** Statements in a block of their own line: what is around an expression, without other statements in it. */
export function statementAround(source: FixSource, node: Node): Node {
  let inner = node;
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    if (outer.type === 'block' || outer.type === 'module') return inner;
    inner = outer;
  }
  return inner;
}

/** The innermost scope that the names at a node are looked up in. */
export function scopeAt({ walk, parents }: FixSource, node: Node): Scope {
  for (let inner = node, outer = parents.get(node); outer; inner = outer, outer = parents.get(outer)) {
    const own = walk.scopeOf.get(outer);
    if (own) return own;
    const record = walk.functionOf.get(outer);
    if (record && part(outer, 'body') === inner) return record.scope;
  }
  return walk.scope;
}

/** What a name at a node stands for. */
export function bindingAt(source: FixSource, node: Node, name: string): Binding | undefined {
  return lookUp(scopeAt(source, node), name);
}

/** White space that the line of an offset begins with. */
export function indentAt({ text, starts }: FixSource, offset: number): string {
  const start = starts[lineOf(starts, offset)] ?? 0;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** The name that an expression begins with. */
export function rootOf(node: Node): Node {
  let root = node;
  for (;;) {
    const inner = part(root, 'object') ?? part(root, 'function') ?? part(root, 'value');
    if (!inner) return root;
    root = inner;
  }
}

/** Every node below one, itself included, in the order of the source. */
export function* descendants(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* descendants(child);
}

/** The same without what other functions do. */
export function* ownNodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children)
    if (!isFunctionNode(child) && child.type !== 'class_definition') yield* ownNodes(child);
}

/** Whether a name means something anywhere in the file. */
export function isNameUsed(source: FixSource, name: string): boolean {
  let names = usedNames.get(source);
  if (!names) {
    const identifiers = [...descendants(source.root)].filter(
      (node) => node.type === 'identifier' && !isLabel(source, node),
    );
    usedNames.set(source, (names = new Set(identifiers.map((node) => sliceOf(source, node)))));
  }
  return names.has(name);
}

/** Names of attributes, of arguments and of modules that are imported under another name: they are none of any scope. */
export function isLabel(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  if (parent?.type === 'dotted_name') {
    const holder = parentOf(source, parent)?.type ?? '';
    return (
      parent.children[0] !== node ||
      parent.field === 'module_name' ||
      holder === 'aliased_import' ||
      holder === 'relative_import'
    );
  }
  return node.field === 'attribute' || (node.field === 'name' && parent?.type === 'keyword_argument');
}

const usedNames = new WeakMap<FixSource, ReadonlySet<string>>();
/** What one more level of indentation is in this file. */
export function indentUnit(source: FixSource): string {
  let unit: string | undefined;
  const visit = (node: Node): void => {
    if (unit !== undefined) return;
    if (node.type === 'block' && node.children[0]) {
      const parent = parentOf(source, node);
      const [outer, inner] = [indentAt(source, parent?.start ?? 0), indentAt(source, node.children[0].start)];
      if (inner.length > outer.length && inner.startsWith(outer)) unit = inner.slice(outer.length);
    }
    node.children.forEach(visit);
  };
  visit(source.root);
  return unit ?? '    ';
}
