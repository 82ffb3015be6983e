import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type Node, sliceOf, startOffset } from '../ast.ts';
import { type Editor, insert, replace, takeText } from './editor.ts';
import { endOfLineOf, fitsOnLine, moveLines } from './layout.ts';
import type { RoundChange } from './round-changes.ts';
import { blockAround, callbackOf, type Frame, freeName, resultsName } from './round-frame.ts';
import type { Rounds } from './rounds.ts';
import { childrenOf, type FixSource, parentOf, variableAt } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** The statements of a round. */
export function statementsOf({ loop: { body }, first }: Rounds): readonly Node[] {
  return body.type === 'BlockStatement' ? body.body.slice(first) : [body];
}

/** What stands around `Promise.all(…)`: `const users = await `, and what follows in the line and below it. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly below: string;
}

/** The rounds leave nothing behind that has an order. */
export function writeEach(editor: Editor, rounds: Rounds, frame: Frame, continues: readonly Node[]): void {
  const around = { before: 'await ', after: '', below: '' };
  const [only, ...more] = statementsOf(rounds);
  const isOne = only?.type === 'ExpressionStatement' && more.length === 0 && only.expression.type === 'AwaitExpression';
  if (isOne && only.expression.type === 'AwaitExpression') {
    if (writeShort(editor, rounds, frame, around, only.expression.argument)) return;
  }
  for (const node of continues)
    replace(editor, startOffset(node), endOffset(node), `return${styleOf(editor.source).semicolon}`);
  writeBlock(editor, rounds, frame, around);
}

/** Each round ends with `list.push(value);`: the values become the list, in the order of the items. */
export function writeList(
  editor: Editor,
  rounds: Rounds,
  frame: Frame,
  list: string,
  push: TSESTree.CallExpression,
): void {
  const { source } = editor;
  const [value] = push.arguments as [Node];
  const around = aroundList(editor, rounds, frame, list, '');
  const result = value.type === 'AwaitExpression' ? value.argument : value;
  if (statementsOf(rounds).length === 1 && writeShort(editor, rounds, frame, around, result)) return;
  const statement = parentOf(source, push) ?? push;
  replace(editor, startOffset(statement), startOffset(result), 'return ');
  replace(editor, endOffset(result), endOffset(statement), styleOf(source).semicolon);
  writeBlock(editor, rounds, frame, around);
}

/** Each round pushes some values or none: it returns them as a list of its own. */
export function writeParts(
  editor: Editor,
  rounds: Rounds,
  frame: Frame,
  changes: readonly RoundChange[],
  continues: readonly Node[],
): void {
  const { source } = editor;
  const { semicolon, newline, indent: unit } = styleOf(source);
  const { body } = rounds.loop;
  const name = freeName(source, body, ['found', 'part', 'own']);
  for (const { push } of changes) {
    const callee = push?.callee;
    if (callee?.type === 'MemberExpression') {
      replace(editor, startOffset(callee.object), endOffset(callee.object), name);
    }
  }
  const end = `return ${name}${semicolon}`;
  for (const node of continues) replace(editor, startOffset(node), endOffset(node), end);
  const list = changes[0]?.name ?? '';
  const around = aroundList(editor, rounds, frame, list, '.flat()');
  const line = newline + blockAround(source, frame).indent + unit;
  const annotation = listDeclaration(source, rounds, list)?.annotation ?? '';
  writeBlock(editor, rounds, frame, around, {
    first: `${line}const ${name}${annotation} = []${semicolon}`,
    last: `${line}${end}`,
  });
}

interface ListDeclaration {
  readonly statement: Node;
  readonly text: string;
  readonly annotation: string;
  /** It is empty and stands right before the loop. */
  readonly isBefore: boolean;
}

/** `const users: User[] = [];` */
function listDeclaration(source: FixSource, { loop }: Rounds, name: string): ListDeclaration | undefined {
  const declarator = variableAt(source, loop, name)?.defs[0]?.node;
  const statement = declarator && parentOf(source, declarator);
  if (declarator?.type !== 'VariableDeclarator' || statement?.type !== 'VariableDeclaration') return undefined;
  const { id, init } = declarator;
  const siblings = childrenOf(parentOf(source, loop) ?? loop);
  const isEmpty = init?.type === 'ArrayExpression' && init.elements.length === 0;
  const between = source.text.slice(endOffset(statement), startOffset(loop));
  return {
    statement,
    text: init ? source.text.slice(startOffset(statement), startOffset(init)) : '',
    annotation: 'typeAnnotation' in id && id.typeAnnotation ? sliceOf(source.text, id.typeAnnotation) : '',
    isBefore:
      isEmpty &&
      statement.declarations.length === 1 &&
      siblings[siblings.indexOf(loop) - 1] === statement &&
      between.trim() === '',
  };
}

function aroundList(editor: Editor, rounds: Rounds, frame: Frame, name: string, flat: string): Around {
  const { source } = editor;
  const declared = listDeclaration(source, rounds, name);
  if (declared?.isBefore && !frame.isGrouped) {
    replace(editor, startOffset(declared.statement), startOffset(rounds.loop), '');
    const [open, close] = flat === '' ? ['', ''] : ['(', `)${flat}`];
    return { before: `${declared.text}${open}await `, after: close, below: '' };
  }
  const { newline, semicolon } = styleOf(source);
  const results = resultsName(source, rounds, frame);
  const below = `${newline}${frame.indent}${name}.push(...${results}${flat})${semicolon}`;
  return { before: `const ${results} = await `, after: '', below };
}

/** A round that is one expression: `users.map(async (user) => load(user))`. False where it takes more than a line. */
function writeShort(editor: Editor, rounds: Rounds, frame: Frame, around: Around, result: Node): boolean {
  const { source } = editor;
  const { loop } = rounds;
  const isOutside = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    end <= startOffset(result) || start >= endOffset(result);
  const comments = source.comments.filter(({ start, end }) => start > startOffset(loop) && end < endOffset(loop));
  if (sliceOf(source.text, result).includes('\n') || comments.some(isOutside)) return false;
  const text = takeText(editor, result);
  const body = /^(?:ObjectExpression|SequenceExpression)$/.test(result.type) ? `(${text})` : text;
  replaceLoop(editor, rounds, frame, allOf(source, frame, around, body));
  return true;
}

/** Puts text where the loop is, with what the frame has around it. */
function replaceLoop(editor: Editor, { loop }: Rounds, frame: Frame, text: string): void {
  replace(editor, startOffset(loop), endOffset(loop), frame.before + frame.open + text + frame.close);
}

/** `await Promise.all(users.map(async (user) => body));` in as many lines as it takes. */
export function allOf(source: FixSource, frame: Frame, { before, after, below }: Around, body: string): string {
  const { newline, indent: unit, semicolon } = styleOf(source);
  const call = `${frame.start}${callbackOf(frame, body)})`;
  const text = `${before}Promise.all(${call})${after}${semicolon}`;
  if (fitsOnLine(source, text, frame.indent)) return text + below;
  const inner = `${newline}${frame.indent}${unit}${call},${newline}${frame.indent}`;
  return `${before}Promise.all(${inner})${after}${semicolon}${below}`;
}

/** Leaves the body of the loop where it is and makes it the body of the callback. */
function writeBlock(
  editor: Editor,
  rounds: Rounds,
  frame: Frame,
  around: Around,
  lines: { readonly first: string; readonly last: string } = { first: '', last: '' },
): void {
  const { source } = editor;
  const { newline, indent: unit, semicolon } = styleOf(source);
  const { loop } = rounds;
  const { body } = loop;
  const block = blockAround(source, frame);
  const head = `${frame.before}${frame.open}${around.before}${block.before}{${lines.first}`;
  const tail = `${block.after}${around.after}${semicolon}${around.below}${frame.close}`;
  const inner = newline + block.indent;
  if (body.type !== 'BlockStatement') {
    replace(editor, startOffset(loop), startOffset(body), `${head}${inner}${unit}`);
    insert(editor, endOffset(body), `${lines.last}${inner}}${tail}`);
    return;
  }
  openBody(editor, rounds, head);
  moveLines(editor, startOffset(body), endOffset(body), movedBy(source, rounds, block.indent));
  const last = body.body.at(-1);
  if (last && lines.last !== '') insert(editor, endOfLineOf(source, last), lines.last);
  insert(editor, endOffset(body), tail);
}

/** How far lines move to the right whose loop gets another indentation. */
export function movedBy(source: FixSource, { loop }: Rounds, indent: string): string {
  return indent.slice(indentAt(source, startOffset(loop)).length);
}

/** Replaces the head of the loop, its brace, and what takes the item at the start of its body. */
export function openBody(editor: Editor, { loop, first }: Rounds, text: string): void {
  const { body } = loop;
  const taken = body.type === 'BlockStatement' ? body.body[first - 1] : undefined;
  const end = taken ? endOfLineOf(editor.source, taken) : startOffset(body) + 1;
  replace(editor, startOffset(loop), end, text);
}
