import { endOffset, type Node, startOffset } from '../ast.ts';
import type { Comment } from '../parse.ts';
import { type Editor, insert } from './editor.ts';
import { childrenOf, type FixSource } from './source.ts';
import { styleOf } from './style.ts';

/** The source text of a node whose lines move right by some white space. */
export function textMovedBy(source: FixSource, node: Node, space: string): string {
  let text = '';
  let from = startOffset(node);
  for (const offset of lineStartsIn(source, from, endOffset(node))) {
    text += source.text.slice(from, offset) + space;
    from = offset;
  }
  return text + source.text.slice(from, endOffset(node));
}

/** Moves lines that begin between two offsets to the right, those apart that are replaced anyway. */
export function moveLines(editor: Editor, start: number, end: number, space: string): void {
  if (space === '') return;
  const replaced = editor.changes.filter((change) => change.end > change.start);
  for (const offset of lineStartsIn(editor.source, start, end)) {
    if (!replaced.some((change) => change.start < offset && offset <= change.end)) insert(editor, offset, space);
  }
}

/** Offsets of lines that hold something, text of templates apart: there white space counts. */
function lineStartsIn(source: FixSource, start: number, end: number): number[] {
  const { text, program } = source;
  const quasis: (readonly [number, number])[] = [];
  const visit = (node: Node): void => {
    if (endOffset(node) <= start || startOffset(node) >= end) return;
    if (node.type === 'TemplateElement') quasis.push(node.range);
    childrenOf(node).forEach(visit);
  };
  visit(program);
  const found: number[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at <= end; at = text.indexOf('\n', at) + 1) {
    const isInTemplate = quasis.some(([from, to]) => from < at && at <= to);
    if (!isInTemplate && !/^[ \t]*\r?(?:\n|$)/.test(text.slice(at, at + 200))) found.push(at);
  }
  return found;
}

/** The comment that ends the line on which something ends. */
function trailingComment({ comments, text }: FixSource, end: number): Comment | undefined {
  return comments.find(
    (comment) =>
      comment.start >= end &&
      /^[ \t]*$/.test(text.slice(end, comment.start)) &&
      /^[ \t]*(?:\r?\n|$)/.test(text.slice(comment.end)),
  );
}

/** Where a statement ends, with the comment behind it. */
export function endOfLineOf(source: FixSource, node: Node): number {
  return trailingComment(source, endOffset(node))?.end ?? endOffset(node);
}

/** Whether text that starts at a column stays within the width of the file's lines. */
export function fitsOnLine(source: FixSource, text: string, indent: string): boolean {
  return !text.includes('\n') && indent.length + text.length <= styleOf(source).width;
}
