import type { FileRewrite, PlannedExpression } from '../../../model/fix.ts';
import { endOffset, type Node, startOffset } from '../ast.ts';
import { createEditor, editsOf, replace } from './editor.ts';
import { childrenOf, readSource } from './source.ts';

/** Writes another pattern wherever the file has the expression as a literal. */
export function rewriteExpression(
  path: string,
  text: string,
  { pattern, flags, safer }: PlannedExpression,
): FileRewrite {
  const source = readSource(path, text);
  if (!source) return { edits: [], stops: [], warnings: [] };
  const editor = createEditor(source);
  const visit = (node: Node): void => {
    if (node.type === 'Literal' && 'regex' in node && node.regex.pattern === pattern && node.regex.flags === flags) {
      replace(editor, startOffset(node), endOffset(node), `/${new RegExp(safer, flags).source}/${flags}`);
    }
    childrenOf(node).forEach(visit);
  };
  visit(source.program);
  return { edits: editsOf(editor) ?? [], stops: [], warnings: [] };
}
