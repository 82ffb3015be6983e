import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type Node, sliceOf, startOffset } from '../ast.ts';
import { ownAwaits, resultName, useResult } from './await-slots.ts';
import { type Editor, insert, replace, takeText } from './editor.ts';
import { endOfLineOf, moveLines } from './layout.ts';
import { changesIn, continuesOf, isMetAlways, isWithin } from './round-changes.ts';
import { allOf, movedBy, openBody, statementsOf } from './round-forms.ts';
import { blockAround, type Frame, resultsName } from './round-frame.ts';
import type { Rounds, RoundsLoop } from './rounds.ts';
import type { FixSource } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** A body in two halves: what waits, and what then goes through the results in the order of the items. */
export interface Fold {
  /** Statements that run before the last one that waits. */
  readonly before: readonly Node[];
  /** The last one that waits, if it goes on in the second half. */
  readonly turn: Node | undefined;
  /** Its awaits, which move to the first half. */
  readonly awaits: readonly TSESTree.AwaitExpression[];
  /** `user` of `const user = await load(id);`, which stands for the whole statement. */
  readonly target: Node | undefined;
  /** The second half, after the turn. */
  readonly after: readonly Node[];
}

/** Splits the body of a loop; undefined where what waits and what changes something cannot be told apart. */
export function foldOf(source: FixSource, rounds: Rounds): Fold | undefined {
  const statements = statementsOf(rounds);
  const last = statements.findLastIndex((statement) => ownAwaits(statement).length > 0);
  const turn = statements[last];
  if (!turn) return undefined;
  const after = statements.slice(last + 1);
  const target = targetOf(source, turn);
  const isChange = changesIn(source, rounds.loop, [turn]).length > 0;
  const before = statements.slice(0, target || isChange ? last : last + 1);
  if (changesIn(source, rounds.loop, before).length > 0 || continuesOf(before).length > 0) return undefined;
  if (!target && !isChange)
    return after.length > 0 ? { before, turn: undefined, awaits: [], target: undefined, after } : undefined;
  const awaits = ownAwaits(turn).filter((one, _, all) => !all.some((outer) => outer !== one && isWithin(one, outer)));
  if (!target && !(turn.type === 'ExpressionStatement' && awaits.every((one) => isMetAlways(source, one, turn)))) {
    return undefined;
  }
  return { before, turn, awaits, target, after };
}

function targetOf(source: FixSource, statement: Node): Node | undefined {
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  const [{ id, init }] = statement.declarations;
  const hasComment = source.comments.some(
    ({ start }) => start > startOffset(statement) && start < endOffset(statement),
  );
  const isTyped = 'typeAnnotation' in id && id.typeAnnotation !== undefined;
  return init?.type === 'AwaitExpression' && !isTyped && !hasComment && statement.kind === 'const' ? id : undefined;
}

/** Waits for the first halves of all rounds together, and runs the second halves one after the other. */
export function writeFold(editor: Editor, rounds: Rounds, frame: Frame, fold: Fold): void {
  const { source } = editor;
  const { loop } = rounds;
  const { newline, indent: unit, semicolon } = styleOf(source);
  const block = blockAround(source, frame);
  const { value, pattern } = carriedOver(editor, rounds, fold, block.indent + unit);
  const results = resultsName(source, rounds, frame);
  const again = `${newline}${frame.indent}for (${pattern} of ${results}) {`;
  const before = `const ${results} = await `;
  const open = frame.before + frame.open;
  const line = open + allOf(source, frame, { before, after: '', below: '' }, value) + again;
  if (loop.body.type !== 'BlockStatement') {
    replace(editor, startOffset(loop), startOffset(loop.body), `${line}${newline}${frame.indent}${unit}`);
    return insert(editor, endOffset(loop), `${newline}${frame.indent}}${frame.close}`);
  }
  const middle = middleOf(source, rounds, fold);
  const isShort = fold.before.length === 0 && !value.includes('\n') && !hasComment(source, middle);
  if (isShort) {
    openBody(editor, rounds, line);
    if (fold.target) replace(editor, middle.from, middle.to, '');
  } else {
    openBody(editor, rounds, `${open}${before}${block.before}{`);
    const inside = newline + block.indent;
    const end = `${inside}}${block.after}${semicolon}${again}`;
    const result = `return ${value}${semicolon}`;
    moveLines(editor, startOffset(loop.body), middle.to, movedBy(source, rounds, block.indent));
    if (fold.target && fold.turn) replace(editor, startOffset(fold.turn), endOffset(fold.turn), result);
    insert(editor, middle.to, fold.target ? end : `${inside}${unit}${result}${end}`);
  }
  const blank = /^(?:\r?\n[ \t]*)+(?=\r?\n)/.exec(source.text.slice(middle.to))?.[0] ?? '';
  if (blank !== '') replace(editor, middle.to, middle.to + blank.length, '');
  moveLines(editor, middle.to, endOffset(loop), movedBy(source, rounds, frame.indent));
  insert(editor, endOffset(loop), frame.close);
}

/** What the first half returns, and the pattern that takes it. */
function carriedOver(
  editor: Editor,
  rounds: Rounds,
  fold: Fold,
  indent: string,
): { readonly value: string; readonly pattern: string } {
  const { source } = editor;
  const carried = carriedNames(editor, rounds, fold);
  const taken = new Set([...carried.names, rounds.param]);
  const values = [...carried.names];
  const names = [...carried.names];
  for (const node of fold.awaits) {
    const { target } = fold;
    const name = target ? sliceOf(source.text, target) : resultName(source, node, undefined, rounds.loop.body, taken);
    const space = indent.slice(indentAt(source, startOffset(node)).length);
    moveLines(editor, startOffset(node), endOffset(node), space);
    values.push(takeText(editor, node));
    names.push(name);
    if (!target) useResult(editor, node, name);
  }
  const keyword = carried.isWritten ? 'let' : 'const';
  const [only = ''] = values;
  if (values.length === 1) return { value: only.replace(/^await\s+/, ''), pattern: `${keyword} ${names.join('')}` };
  const value = `[${values.join(', ')}]${source.isTypeScript ? ' as const' : ''}`;
  return { value, pattern: `${keyword} [${names.join(', ')}]` };
}

/** What lies between the halves: the turn, where a return stands for it, else nothing. */
function middleOf(
  source: FixSource,
  { loop }: Rounds,
  { turn, target, before }: Fold,
): { readonly from: number; readonly to: number } {
  const from = turn ? lineBefore(source, loop, turn) : endOfLineOf(source, before.at(-1) ?? loop);
  return { from, to: turn && target ? endOfLineOf(source, turn) : from };
}

function hasComment({ comments }: FixSource, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return comments.some(({ start, end }) => start >= from && end <= to);
}

/** Where the line before a statement of the body ends. */
function lineBefore(source: FixSource, { body }: RoundsLoop, statement: Node): number {
  const list: readonly Node[] = body.type === 'BlockStatement' ? body.body : [];
  const before = list[list.indexOf(statement) - 1];
  return before ? endOfLineOf(source, before) : startOffset(body) + 1;
}

/** Names of the first half that the second half uses, and whether it gives one of them another value. */
function carriedNames(
  { source, changes }: Editor,
  { loop, param, isRenamed }: Rounds,
  { turn, awaits, target, after }: Fold,
): { readonly names: readonly string[]; readonly isWritten: boolean } {
  const from = startOffset(turn ?? after[0] ?? loop);
  const isBefore = (node: Node): boolean => startOffset(node) >= startOffset(loop) && endOffset(node) <= from;
  const isAfter = (node: Node): boolean =>
    startOffset(node) >= from && isWithin(node, loop) && !awaits.some((one) => isWithin(node, one));
  const found = source.scopes.variables.flatMap(({ name, defs, references }) => {
    if (!defs.some((definition) => isBefore(definition.name))) return [];
    const uses = references.filter(
      ({ identifier }) => isAfter(identifier) && !(target && isWithin(identifier, target)),
    );
    const isReplaced = (node: Node): boolean =>
      changes.some(({ start, end }) => start <= startOffset(node) && endOffset(node) <= end && end > start);
    const own = uses.filter(({ identifier }) => !isReplaced(identifier));
    return own.length > 0 ? [{ name, isWritten: own.some((use) => use.isWrite()) }] : [];
  });
  const isItemUsed =
    isRenamed &&
    changes.some(
      ({ start, text }) =>
        text === param && start >= from && !awaits.some((one) => one.range[0] <= start && start < one.range[1]),
    );
  const names = [...(isItemUsed ? [param] : []), ...found.map(({ name }) => name)];
  return { names, isWritten: found.some(({ isWritten }) => isWritten) };
}
