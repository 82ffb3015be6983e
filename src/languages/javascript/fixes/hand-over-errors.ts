import type { LostErrors } from '../../../model/traits.ts';
import { endOffset, type FunctionNode, startOffset } from '../ast.ts';
import { type Editor, insert } from './editor.ts';
import { moveLines } from './layout.ts';
import { indentAt, styleOf } from './style.ts';

/** What calls the handler takes errors that it throws, and none that it rejects with: the handler catches and passes them on. */
export function handOverErrors(editor: Editor, { body, params }: FunctionNode, { to, warning }: LostErrors): void {
  const { source } = editor;
  const next = to === undefined ? undefined : params[to];
  const isPlain = body.type === 'BlockStatement' && /^\{[ \t]*\r?\n/.test(source.text.slice(startOffset(body)));
  const catches = body.type === 'BlockStatement' && body.body.some(({ type }) => type === 'TryStatement');
  if (!isPlain || catches || next?.type !== 'Identifier' || isAssigned(editor, next.name)) {
    editor.warnings.add(warning);
    return;
  }
  const { newline, indent: unit, semicolon } = styleOf(source);
  const close = endOffset(body) - 1;
  const indent = indentAt(source, close);
  const names = params.map((one) => (one.type === 'Identifier' ? one.name : ''));
  const error = names.includes('error') ? 'thrown' : 'error';
  insert(editor, startOffset(body) + 1, `${newline}${indent}${unit}try {`);
  moveLines(editor, startOffset(body), source.text.lastIndexOf('\n', close), unit);
  const inner = indent + unit;
  const text = `${unit}} catch (${error}) {${newline}${inner}${unit}${next.name}(${error})${semicolon}${newline}${inner}}${newline}${indent}`;
  insert(editor, close, text);
}

function isAssigned({ source }: Editor, name: string): boolean {
  return source.scopes.variables.some(
    (variable) => variable.name === name && variable.references.some((one) => one.isWrite()),
  );
}
