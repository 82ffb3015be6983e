import type { PlannedOperation } from '../../../model/fix.ts';
import { endOffset, isFunctionNode, type Node, startOffset } from '../ast.ts';
import { type Editor, insert, refuse, replace } from './editor.ts';
import { freeNameAround } from './names.ts';
import { pauseText } from './pause.ts';
import { sharedWrites } from './shared-state.ts';
import { anyLoopAt, childrenOf, functionAround, isLoop, type Loop, parentOf } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** Milliseconds after which a loop lets others run. */
const BUDGET = 10;
/** Looking at the clock takes as long as some rounds that hardly do anything. */
const ROUNDS = 1000;

/** Makes a loop wait for the next turn of the event loop whenever it has run for a while; returns its place. */
export function yieldInLoop(editor: Editor, { at }: PlannedOperation): Node | undefined {
  const { source } = editor;
  const loop = anyLoopAt(source, at);
  const outer = loop && parentOf(source, loop);
  const statement = outer?.type === 'LabeledStatement' ? outer : loop;
  const block = statement && parentOf(source, statement);
  if (!loop || !statement || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) {
    refuse(editor, 'no loop', 'only a loop that is a statement of a block can wait in between', loop ?? source.program);
    return undefined;
  }
  const nextTurn = pauseText(editor, loop);
  const pauseAt = freeNameAround(source, loop, 'pauseAt');
  const rounds = isFlat(loop.body) ? freeNameAround(source, loop, 'round') : undefined;
  const { indent, newline, semicolon } = styleOf(source);
  const base = indentAt(source, startOffset(statement));
  const budget = `performance.now() + ${BUDGET}${semicolon}`;
  const before = [`let ${pauseAt} = ${budget}`, ...(rounds === undefined ? [] : [`let ${rounds} = 0${semicolon}`])];
  insert(editor, startOffset(statement), before.map((line) => line + newline + base).join(''));
  const test = `performance.now() > ${pauseAt}`;
  const lines = [
    `if (${rounds === undefined ? test : `++${rounds} % ${ROUNDS} === 0 && ${test}`}) {`,
    `${indent}await ${nextTurn}${semicolon}`,
    `${indent}${pauseAt} = ${budget}`,
    '}',
  ];
  putFirst(editor, loop, lines);
  warn(editor, loop);
  return loop;
}

/** A round that neither loops nor calls anything takes next to no time. */
function isFlat(node: Node): boolean {
  if (isLoop(node) || isFunctionNode(node)) return false;
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier') return false;
  return childrenOf(node).every(isFlat);
}

function putFirst(editor: Editor, { body }: Loop, lines: readonly string[]): void {
  const { source } = editor;
  const { indent, newline } = styleOf(source);
  const base = indentAt(source, startOffset(body));
  const text = lines.map((line) => newline + base + indent + line).join('');
  if (body.type === 'BlockStatement') {
    const [first] = body.body;
    const isOnOneLine = first !== undefined && !source.text.slice(startOffset(body), startOffset(first)).includes('\n');
    insert(editor, startOffset(body) + 1, isOnOneLine ? text + newline + base + indent : text);
    return;
  }
  replace(editor, startOffset(body), startOffset(body), `{${text}${newline}${base}${indent}`);
  insert(editor, endOffset(body), `${newline}${base}}`);
}

function warn(editor: Editor, loop: Node): void {
  const fn = functionAround(editor.source, loop);
  const state = fn.type === 'Program' ? undefined : sharedWrites(editor.source, fn);
  editor.warnings.add(
    state === undefined
      ? 'others run while it waits: what it reads may be changed by them'
      : `others run while it waits: they see ${state} half done, and may change it`,
  );
}
