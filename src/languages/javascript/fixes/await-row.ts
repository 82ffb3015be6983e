import type { Range } from '../../../model/range.ts';
import { endOffset, type Node, sliceOf, startOffset } from '../ast.ts';
import { sourceOf } from '../await-groups.ts';
import type { Comment } from '../parse.ts';
import { awaitExpression, statementGuard } from './await-call.ts';
import { type AwaitSlot, ownAwaits, promiseText, resultName, slotsOf, useResult } from './await-slots.ts';
import { type Editor, insert, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { endOfLineOf, fitsOnLine } from './layout.ts';
import { childrenOf, type FixSource, nodeAt, parentOf } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** Awaits in a row become one `await Promise.all([…])`, where the first of them stands. Says so, for a title. */
export function awaitRow(editor: Editor, together: readonly Range[]): string | false {
  const { source } = editor;
  const first = together[0] && nodeAt(source, together[0]);
  const list = first && listAround(source, first);
  const slots = list ? slotsOf(source, together, list) : [];
  if (!list || slots.length < 2 || slots.some(({ statement }) => parentOf(source, statement) !== list)) {
    refuse(editor, 'not found', 'the awaits are not statements of one block', first ?? source.program);
    return false;
  }
  const title = `Await ${listed(source, slots)} together with Promise.all`;
  const array = parentOf(source, slots[0]!.node);
  if (array?.type === 'ArrayExpression' && array.elements.length === slots.length && isMadeOf(array.elements, slots)) {
    for (const { node } of slots) replace(editor, startOffset(node), startOffset(node.argument), '');
    awaitAll(editor, array);
    return title;
  }
  const { keyword, gone } = formOf(slots);
  const taken = new Set<string>();
  const names = slots.map((slot) =>
    slot.target && gone.has(slot.statement)
      ? targetText(source, slot.target)
      : resultName(source, slot.node, slot.target, list, taken),
  );
  slots.forEach((slot, index) => {
    if (!gone.has(slot.statement)) useResult(editor, slot.node, names[index]!);
  });
  const elements = slots.map((slot, index) => elementOf(source, slots, index, gone.has(slot.statement)));
  const types = slots.flatMap(({ target, statement }) => (gone.has(statement) ? (typeText(source, target) ?? []) : []));
  const annotation = types.length > 0 ? `: [${types.join(', ')}]` : '';
  const { semicolon } = styleOf(source);
  const [{ statement }] = slots as [AwaitSlot];
  const start = `${keyword === 'assignment' ? statementGuard(source, statement) : `${keyword} `}[${names.join(', ')}]`;
  const header = `${start}${annotation} = await Promise.all(${arrayText(source, statement, elements, start.length)})${semicolon}`;
  place(editor, statement, header, gone);
  return title;
}

/** `[await a(), await b()]` becomes `await Promise.all([a(), b()])`. */
function isMadeOf(elements: readonly (Node | null)[], slots: readonly AwaitSlot[]): boolean {
  return slots.every(({ node }, index) => elements[index] === node && ownAwaits(node.argument).length === 0);
}

function awaitAll(editor: Editor, array: Node): void {
  insertBefore(editor, array, 'Promise.all(');
  awaitExpression(editor, array);
  insertAfter(editor, array, ')');
}

/** `loadUser and loadPosts`; a number where that would get long. */
function listed({ text }: FixSource, slots: readonly AwaitSlot[]): string {
  const names = slots.map(({ node }) => {
    const call = sourceOf(node);
    return call ? sliceOf(text, call.callee) : '';
  });
  const line = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return names.includes('') || line.length > 60 || line.includes('\n') ? `${slots.length} promises` : line;
}

function listAround(source: FixSource, node: Node): Node | undefined {
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    if (/^(?:BlockStatement|Program|SwitchCase|StaticBlock|TSModuleBlock)$/.test(outer.type)) return outer;
  }
  return undefined;
}

/** How the results are taken: by one pattern for all, or by constants that the statements go on to use. */
function formOf(slots: readonly AwaitSlot[]): {
  readonly keyword: Exclude<AwaitSlot['kind'], 'expression'>;
  /** Statements that the pattern stands for. */
  readonly gone: ReadonlySet<Node>;
} {
  const [{ kind }] = slots as [AwaitSlot];
  const typed = slots.filter(({ target }) => annotationOf(target)).length;
  const isUniform = slots.every((slot) => slot.kind === kind) && (typed === 0 || typed === slots.length);
  if (isUniform && kind !== 'expression') return { keyword: kind, gone: new Set(slots.map((slot) => slot.statement)) };
  const kept = slots.filter((slot) => slot.kind !== 'const' || annotationOf(slot.target));
  const gone = new Set(slots.map(({ statement }) => statement));
  for (const { statement } of kept) gone.delete(statement);
  return { keyword: 'const', gone };
}

function annotationOf(target: Node | undefined): Node | undefined {
  return target && 'typeAnnotation' in target ? (target.typeAnnotation as Node | undefined) : undefined;
}

function typeText({ text }: FixSource, target: Node | undefined): string | undefined {
  const annotation = annotationOf(target);
  return annotation && sliceOf(text, annotation).replace(/^:\s*/, '');
}

function targetText({ text }: FixSource, target: Node): string {
  const annotation = annotationOf(target);
  return annotation ? text.slice(startOffset(target), startOffset(annotation)).trimEnd() : sliceOf(text, target);
}

/** One promise of the array, with the comments of the statement that it comes from. */
interface Element {
  readonly text: string;
  readonly before: readonly string[];
  readonly after: string;
}

function elementOf(source: FixSource, slots: readonly AwaitSlot[], index: number, isGone: boolean): Element {
  const { node, statement, target } = slots[index]!;
  const text = promiseText(source, node, styleOf(source).indent);
  if (!isGone) return { text, before: [], after: '' };
  const end = endOffset(node);
  const isFirst = slots[index - 1]?.statement !== statement;
  const isLast = slots[index + 1]?.statement !== statement;
  const from = !isFirst
    ? endOffset(slots[index - 1]!.node)
    : index === 0
      ? startOffset(statement)
      : lineBefore(source, statement);
  const to = isLast ? endOfLineOf(source, statement) : end;
  const isWithin = ({ start }: Comment, outer: Node | undefined): boolean =>
    outer !== undefined && start >= startOffset(outer) && start < endOffset(outer);
  const own = source.comments.filter(
    (comment) =>
      comment.start >= from && comment.end <= to && !isWithin(comment, node.argument) && !isWithin(comment, target),
  );
  const textOf = (comment: Comment): string => source.text.slice(comment.start, comment.end);
  return {
    text,
    before: own.filter(({ start }) => start < end).map(textOf),
    after: own
      .filter(({ start }) => start >= end)
      .map((comment) => ` ${textOf(comment)}`)
      .join(''),
  };
}

/** Where the statement before ends, with its comment; what follows belongs to this one. */
function lineBefore(source: FixSource, statement: Node): number {
  const siblings = childrenOf(parentOf(source, statement)!);
  const before = siblings[siblings.indexOf(statement) - 1];
  return before ? endOfLineOf(source, before) : startOffset(statement);
}

function arrayText(source: FixSource, statement: Node, elements: readonly Element[], used: number): string {
  const { newline, indent: unit } = styleOf(source);
  const indent = indentAt(source, startOffset(statement));
  const line = `[${elements.map(({ text }) => text).join(', ')}]`;
  const isBare = elements.every(({ before, after }) => before.length === 0 && after === '');
  if (isBare && fitsOnLine(source, line, indent + ' '.repeat(used + ' = await Promise.all();'.length))) return line;
  const space = `${newline}${indent}${unit}`;
  const lines = elements.map(({ text, before, after }) => `${[...before, text].join(space)},${after}`);
  return `[${space}${lines.join(space)}${newline}${indent}]`;
}

/** Puts the new statement before the first one, and takes out those that it stands for. */
function place(editor: Editor, first: Node, header: string, gone: ReadonlySet<Node>): void {
  const { source } = editor;
  if (!gone.has(first)) {
    insert(editor, startOffset(first), `${header}${styleOf(source).newline}${indentAt(source, startOffset(first))}`);
  }
  for (const statement of gone) {
    const end = endOfLineOf(source, statement);
    if (statement === first) replace(editor, startOffset(statement), end, header);
    else replace(editor, lineBefore(source, statement), end, '');
  }
}
