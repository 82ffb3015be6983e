import type { Node as SyntaxNode } from 'web-tree-sitter';
import type { TextEdit } from '../../model/fix.ts';
import type { Range } from '../../model/range.ts';
import { lineStarts, rangeBetween } from '../lines.ts';
import { parsePython } from './parse.ts';

/** Puts a tag into the docstring of the function whose name is at a place; one without a docstring gets one. */
export function withDocTag(source: string, at: Range, tag: string): TextEdit | undefined {
  const starts = lineStarts(source);
  const tree = parsePython(source);
  let node = tree.rootNode.descendantForIndex((starts[at[0]] ?? 0) + at[1]);
  while (node && node.type !== 'function_definition') node = node.parent;
  const body = node?.childForFieldName('body') ?? undefined;
  const edit = node && body && insertion(node, body, source, tag);
  tree.delete();
  if (!edit) return undefined;
  return { at: rangeBetween(starts, edit.offset, edit.offset), text: edit.text };
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

function insertion(definition: SyntaxNode, body: SyntaxNode, source: string, tag: string): Insertion | undefined {
  const first = body.namedChildren.find((child) => child.type !== 'comment');
  if (!first) return undefined;
  const offset = first.startIndex;
  const text = first.type === 'expression_statement' ? first.firstNamedChild : null;
  if (text?.type === 'string') return inDocstring(text, source, tag);
  if (first.startPosition.row === definition.startPosition.row) return { offset, text: `"""${tag}"""; ` };
  return { offset, text: `"""${tag}"""\n${indentBefore(source, offset)}` };
}

function inDocstring(text: SyntaxNode, source: string, tag: string): Insertion | undefined {
  const closing = text.lastChild;
  if (closing?.type !== 'string_end') return undefined;
  const offset = closing.startIndex;
  if (text.startPosition.row === text.endPosition.row) return { offset, text: ` ${tag}` };
  const indent = indentBefore(source, text.startIndex);
  const isAlone = /\n[ \t]*$/.test(source.slice(text.startIndex, offset));
  return { offset, text: isAlone ? `${tag}\n${indent}` : `\n\n${indent}${tag}\n${indent}` };
}

function indentBefore(source: string, offset: number): string {
  return /[ \t]*$/.exec(source.slice(0, offset))?.[0] ?? '';
}
