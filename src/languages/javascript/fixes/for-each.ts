import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type FunctionNode, isFunctionNode, type Node, sliceOf, startOffset, unwrap } from '../ast.ts';
import { isArray, isMap } from './arrays.ts';
import { bareAwait } from './await-call.ts';
import { type Editor, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { childrenOf, functionAround, isArguments, parentOf } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** `xs.forEach((x) => { … })` → `for (const x of xs) { … }`, which can wait. */
export function inlineForEach(editor: Editor, call: TSESTree.CallExpression, fn: FunctionNode | undefined): boolean {
  const { source } = editor;
  const outer = parentOf(source, call);
  const statement = outer?.type === 'ChainExpression' ? parentOf(source, outer) : outer;
  const callee = call.callee as TSESTree.MemberExpression;
  const [callback] = call.arguments;
  if (!fn || !callback || unwrap(callback) !== fn || statement?.type !== 'ExpressionStatement') {
    return refuseLoop(editor, call, 'forEach calls its callback synchronously and drops the result');
  }
  if (call.optional || fn.params.length === 0 || fn.params.length > 2 || call.arguments.length > 1) {
    return refuseLoop(editor, call, 'this use of forEach has no equal loop');
  }
  const overMap = isMap(source, callee.object);
  const returns = ownReturns(editor, fn);
  if (!returns) return false;
  if (!overMap && !isArray(source, callee.object)) {
    editor.warnings.add(`${sliceOf(source.text, callee.object)} is taken to be an array`);
  }
  const indent = indentAt(source, startOffset(statement));
  const style = styleOf(source);
  const parts = fn.params.map((param) => sliceOf(source.text, param).replace(/^\((.*)\)$/s, '$1'));
  if (
    fn.params.some(
      (param) => param.type !== 'Identifier' && param.type !== 'ObjectPattern' && param.type !== 'ArrayPattern',
    )
  ) {
    return refuseLoop(editor, call, 'this use of forEach has no equal loop');
  }
  const [first, second] = fn.params.map((param, position) => withoutType(param, parts[position] ?? ''));
  const names = second === undefined ? first : `[${second}, ${first}]`;
  const iterated = overMap === (second === undefined) ? (overMap ? '.values()' : '.entries()') : '';
  if (iterated !== '' && callee.optional) return refuseLoop(editor, call, 'this use of forEach has no equal loop');
  const label = returns.some(({ isNested }) => isNested) ? 'rounds' : '';
  if (label !== '' && source.text.includes(`${label}:`)) {
    return refuseLoop(editor, call, 'the callback of forEach returns from a loop of its own');
  }
  const isBare = iterated === '' && !callee.optional;
  const opening = isBare && callee.object.type === 'AwaitExpression' ? startOffset(callee.object) : startOffset(call);
  if (isBare) bareAwait(editor, callee.object);
  const head = `${label === '' ? '' : `${label}: `}for (const ${names} of `;
  const isOpened = opening > startOffset(call);
  if (isOpened) replace(editor, startOffset(call), opening, head);
  else insertBefore(editor, call, head);
  const closing = /^(?:\s*\))*/.exec(source.text.slice(endOffset(callee.object)))?.[0].length ?? 0;
  replace(
    editor,
    endOffset(callee.object) + (isOpened ? 0 : closing),
    startOffset(fn.body),
    `${callee.optional ? ' ?? []' : iterated}) `,
  );
  if (fn.body.type !== 'BlockStatement') {
    insertBefore(editor, fn.body, `{${style.newline}${indent}${style.indent}`);
    insertAfter(editor, fn.body, `${style.semicolon}${style.newline}${indent}}`);
  }
  replace(editor, endOffset(fn.body), endOffset(statement), '');
  for (const round of returns) endRound(editor, round, fn, label);
  return true;
}

/** `return f(x);` ends one round: `f(x); continue;`. */
function endRound(editor: Editor, { node, isNested }: Round, fn: FunctionNode, label: string): void {
  const next = isNested ? `continue ${label}` : 'continue';
  const { source } = editor;
  const { semicolon } = styleOf(source);
  const isLast = fn.body.type === 'BlockStatement' && fn.body.body.at(-1) === node;
  const { argument } = node;
  if (!argument || argument.type === 'Literal' || argument.type === 'Identifier') {
    replace(editor, startOffset(node), endOffset(node), next + semicolon);
    return;
  }
  const isInBlock = parentOf(source, node)?.type === 'BlockStatement';
  replace(editor, startOffset(node), startOffset(argument), isInBlock ? '' : '{ ');
  if (!isLast) replace(editor, endOffset(argument), endOffset(node), `; ${next}${isInBlock ? semicolon : '; }'}`);
}

function withoutType(param: Node | undefined, text: string): string {
  const annotation = param && 'typeAnnotation' in param ? param.typeAnnotation : undefined;
  return param && annotation ? text.slice(0, startOffset(annotation) - startOffset(param)) : text;
}

function refuseLoop(editor: Editor, node: Node, message: string): false {
  refuse(editor, 'synchronous callback', message, node);
  return false;
}

/** Returns that end one round, some of them in a loop of their own; undefined when the body needs its function. */
function ownReturns(editor: Editor, fn: FunctionNode): Round[] | undefined {
  const found: Round[] = [];
  const obstacles: Node[] = [];
  const visit = (node: Node, isNested: boolean): void => {
    if (isFunctionNode(node) && node.type !== 'ArrowFunctionExpression') return;
    if (fn.type !== 'ArrowFunctionExpression' && (node.type === 'ThisExpression' || isArguments(node)))
      obstacles.push(node);
    if (node.type === 'ReturnStatement' && functionAround(editor.source, node) === fn) found.push({ node, isNested });
    const inner = isNested || /^(?:For|While|DoWhile)/.test(node.type);
    for (const child of childrenOf(node)) visit(child, inner);
  };
  visit(fn.body, false);
  const [obstacle] = obstacles;
  if (!obstacle) return found;
  const what = obstacle.type === 'ThisExpression' ? 'this' : 'arguments';
  refuse(editor, 'synchronous callback', `the callback of forEach has a ${what} of its own`, fn);
  return undefined;
}

/** The end of a round. */
interface Round {
  readonly node: TSESTree.ReturnStatement;
  /** In a loop in the round. */
  readonly isNested: boolean;
}
