import { endOffset, type FunctionNode, startOffset, unwrap } from '../ast.ts';
import { type Editor, insert, refuse } from './editor.ts';
import { moveLines } from './layout.ts';
import { type Call, isFreeIn } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** The executor of a promise may wait in a function of its own, whose errors reject the promise as they did. */
export function wrapExecutor(editor: Editor, call: Call, fn: FunctionNode): boolean {
  const { source } = editor;
  const { body } = fn;
  const [resolve, reject] = fn.params;
  const isPlain =
    call.arguments[0] !== undefined &&
    unwrap(call.arguments[0]) === fn &&
    body.type === 'BlockStatement' &&
    resolve?.type === 'Identifier' &&
    (reject === undefined || reject.type === 'Identifier') &&
    fn.params.length <= 2;
  if (!isPlain || (!reject && !isFreeIn(source, body, 'reject'))) {
    refuse(editor, 'synchronous callback', 'nobody waits for what the executor of this promise returns', call);
    return false;
  }
  const { newline, indent: unit, semicolon } = styleOf(source);
  const indent = indentAt(source, endOffset(body) - 1);
  if (!reject) insertReject(editor, fn, endOffset(resolve));
  insert(editor, startOffset(body) + 1, `${newline}${indent}${unit}(async () => {`);
  moveLines(editor, startOffset(body), source.text.lastIndexOf('\n', endOffset(body)), unit);
  const close = `})().catch(${reject?.type === 'Identifier' ? reject.name : 'reject'})${semicolon}`;
  insert(editor, endOffset(body) - 1, `${unit}${close}${newline}${indent}`);
  return true;
}

/** `resolve => …` → `(resolve, reject) => …` */
function insertReject(editor: Editor, fn: FunctionNode, end: number): void {
  const { text } = editor.source;
  const isBare = fn.type === 'ArrowFunctionExpression' && !/^\s*[,)]/.test(text.slice(end));
  if (isBare) insert(editor, startOffset(fn), '(');
  insert(editor, end, isBare ? ', reject)' : ', reject');
}
