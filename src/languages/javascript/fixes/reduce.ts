import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type FunctionNode, startOffset, unwrap } from '../ast.ts';
import { awaitExpression, isParenthesised } from './await-call.ts';
import { type Editor, insert, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { parentOf } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** Each step of a `reduce` waits for the one before it: what it gets is the promise of that. */
export function chainReduce(editor: Editor, call: TSESTree.CallExpression, fn: FunctionNode | undefined): boolean {
  const { source } = editor;
  const [callback, initial] = call.arguments;
  const total = fn?.params[0];
  const isPlain = fn && callback && initial && unwrap(callback) === fn && total?.type === 'Identifier';
  if (!isPlain || call.typeArguments || initial.type === 'SpreadElement') {
    refuse(editor, 'synchronous callback', 'reduce calls its callback synchronously and uses the result at once', call);
    return false;
  }
  const { name, typeAnnotation } = total;
  const end = typeAnnotation ? startOffset(typeAnnotation) : endOffset(total);
  replace(editor, startOffset(total), end, `${name}Promise`);
  if (typeAnnotation) {
    insertBefore(editor, typeAnnotation.typeAnnotation, 'Promise<');
    insertAfter(editor, typeAnnotation.typeAnnotation, '>');
  }
  if (source.isTypeScript) {
    insertBefore(editor, initial, 'Promise.resolve(');
    insertAfter(editor, initial, ')');
  }
  waitForTotal(editor, fn, name);
  awaitExpression(editor, call);
  return true;
}

/** Puts the wait for the step before in front of all that the step does. */
function waitForTotal(editor: Editor, { body }: FunctionNode, name: string): void {
  const { source } = editor;
  const { newline, indent: unit, semicolon } = styleOf(source);
  const wait = `const ${name} = await ${name}Promise;`;
  if (body.type === 'BlockStatement') {
    const [first] = body.body;
    const gap = first ? source.text.slice(startOffset(body) + 1, startOffset(first)) : ' ';
    insert(editor, startOffset(body) + 1, gap.replace(/\S[\s\S]*$/, '') + wait.replace(';', semicolon));
    return;
  }
  const indent = indentAt(source, startOffset(parentOf(source, body) ?? body));
  const isWrapped = isParenthesised(source, body);
  const start = isWrapped ? source.text.lastIndexOf('(', startOffset(body) - 1) : startOffset(body);
  const close = isWrapped ? source.text.indexOf(')', endOffset(body)) + 1 : endOffset(body);
  const inner = `${newline}${indent}${unit}`;
  replace(editor, start, startOffset(body), `{${inner}${wait.replace(';', semicolon)}${inner}return `);
  replace(editor, endOffset(body), close, `${semicolon}${newline}${indent}}`);
}
