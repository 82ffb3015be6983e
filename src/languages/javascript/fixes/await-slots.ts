import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../../../model/range.ts';
import { isFunctionNode, type Node, sliceOf, startOffset, staticName, unwrap } from '../ast.ts';
import { isParenthesised } from './await-call.ts';
import { type Editor, replace } from './editor.ts';
import { textMovedBy } from './layout.ts';
import { childrenOf, type FixSource, isFreeIn, nodeAt, parentOf, variableAt } from './source.ts';

/** An `await` in one of some statements, and what takes its result. */
export interface AwaitSlot {
  readonly node: TSESTree.AwaitExpression;
  readonly statement: Node;
  /** `x` in `const x = await …` and in `x = await …`; undefined where an expression uses the result. */
  readonly target: Node | undefined;
  readonly kind: 'const' | 'let' | 'var' | 'assignment' | 'expression';
}

/** The outermost awaits that hold the awaits at some places, in the order of the source. `list` holds their statements. */
export function slotsOf(source: FixSource, together: readonly Range[], list: Node): AwaitSlot[] {
  const nodes = new Set<TSESTree.AwaitExpression>();
  for (const at of together) {
    let found: TSESTree.AwaitExpression | undefined;
    for (let node = nodeAt(source, at); node && node !== list; node = parentOf(source, node)) {
      if (isFunctionNode(node)) found = undefined;
      if (node.type === 'AwaitExpression') found = node;
    }
    if (found) nodes.add(found);
  }
  const sorted = [...nodes].sort((a, b) => startOffset(a) - startOffset(b));
  return sorted.map((node) => slotOf(source, node, list, nodes));
}

function slotOf(
  source: FixSource,
  node: TSESTree.AwaitExpression,
  list: Node,
  nodes: ReadonlySet<Node | null>,
): AwaitSlot {
  let statement: Node = node;
  for (let outer = parentOf(source, node); outer && outer !== list; outer = parentOf(source, outer)) statement = outer;
  if (statement.type === 'VariableDeclaration') {
    const { kind, declarations } = statement;
    const own = declarations.find(({ init }) => init === node);
    const isWhole = declarations.every(({ init }) => nodes.has(init));
    if (own && isWhole && (kind === 'const' || kind === 'let' || kind === 'var')) {
      return { node, statement, target: own.id, kind };
    }
  }
  if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression') {
    const { operator, left, right } = statement.expression;
    if (operator === '=' && right === node) return { node, statement, target: left, kind: 'assignment' };
  }
  return { node, statement, target: undefined, kind: 'expression' };
}

/** The promise that an await waits for, as an expression without an await of its own. */
export function promiseText(source: FixSource, { argument }: TSESTree.AwaitExpression, space: string): string {
  const text = textMovedBy(source, argument, space);
  const inner = ownAwaits(argument);
  const [first] = inner;
  if (!first) return argument.type === 'SequenceExpression' ? `(${text})` : text;
  const isOfFetch = inner.length === 1 && isParenthesised(source, first) && isCallOfFetch(source, first.argument);
  if (isOfFetch && text.startsWith('(') && isFreeIn(source, argument, 'response')) {
    const rest = source.text.slice(source.text.indexOf(')', first.range[1]) + 1, argument.range[1]);
    return `${sliceOf(source.text, first.argument)}.then((response) => response${rest})`;
  }
  return `(async () => ${text})()`;
}

/** `fetch` is known to return a promise, whose `then` may be used. */
function isCallOfFetch(source: FixSource, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'fetch') return false;
  return variableAt(source, node, 'fetch') === undefined;
}

/** Awaits of the function that an expression stands in. */
export function ownAwaits(node: Node): TSESTree.AwaitExpression[] {
  if (isFunctionNode(node)) return [];
  const inner = childrenOf(node).flatMap(ownAwaits);
  return node.type === 'AwaitExpression' ? [node, ...inner] : inner;
}

/** A name for what an await gives, which nothing else has in the block. */
export function resultName(
  source: FixSource,
  node: TSESTree.AwaitExpression,
  target: Node | undefined,
  block: Node,
  taken: Set<string>,
): string {
  const wanted = target ? nameOf(target) : (nameAround(source, node) ?? nameOfCall(node.argument));
  const names = wanted === undefined ? ['result'] : [wanted, `${wanted}Result`, 'result'];
  for (let count = 2; ; count++) {
    const free = names.find((name) => !taken.has(name) && isFreeIn(source, block, name));
    if (free !== undefined) {
      taken.add(free);
      return free;
    }
    names.push(`result${count}`);
  }
}

/** The name of the property that the value is for: `user: await load()`. */
function nameAround(source: FixSource, node: Node): string | undefined {
  let inner = node;
  for (let outer = parentOf(source, inner); outer; outer = parentOf(source, outer)) {
    if (outer.type === 'Property' && outer.value === inner) return identifier(staticName(outer.key, outer.computed));
    if (outer.type === 'VariableDeclarator') {
      const name = nameOf(outer.id);
      return name === undefined ? undefined : `${name}Result`;
    }
    if (!/^(?:Member|Call|Chain)Expression$/.test(outer.type)) return undefined;
    inner = outer;
  }
  return undefined;
}

function nameOf(target: Node): string | undefined {
  if (target.type === 'Identifier') return target.name;
  if (target.type === 'MemberExpression') return identifier(staticName(target.property, target.computed));
  return undefined;
}

/** `loadUser(…)` gives a `user`. */
function nameOfCall(node: Node): string | undefined {
  const call = unwrap(node);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  const name = callee && nameOf(callee);
  const noun = name && /^(?:get|load|fetch|find|read|query|list)([A-Z]\w*)$/.exec(name)?.[1];
  if (noun) return noun.charAt(0).toLowerCase() + noun.slice(1);
  return name !== undefined && !/^(?:get|load|fetch|find|read|query|list|then|catch|finally)$/.test(name)
    ? `${name}Result`
    : undefined;
}

function identifier(text: string | undefined): string | undefined {
  const name = text?.replace(/[-. ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name) && !RESERVED.test(name) ? name : undefined;
}

const RESERVED =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|arguments|eval)$/;

/** Puts a name where an await was; `{ user: await load() }` becomes `{ user }`. */
export function useResult(editor: Editor, node: Node, name: string): void {
  const { source } = editor;
  const parent = parentOf(source, node);
  if (parent?.type === 'Property' && parent.value === node && !parent.computed) {
    if (sliceOf(source.text, parent.key) === name) return replace(editor, parent.range[0], parent.range[1], name);
  }
  let [start, end] = node.range;
  // A call has parentheses of its own.
  if (isParenthesised(source, node) && !/^(?:Call|New)Expression$/.test(parent?.type ?? '')) {
    start = source.text.lastIndexOf('(', start);
    end = source.text.indexOf(')', end) + 1;
  }
  replace(editor, start, end, name);
}
