import type { FileRewrite, PlannedExpression } from '../../../model/fix.ts';
import { type Change, editsOfChanges } from '../../changes.ts';
import { anchored, writtenExpression } from '../expressions.ts';
import { descendants, readSource } from './source.ts';

/** Writes another pattern wherever the file has the expression as a text of its own. */
export function rewriteExpression(
  path: string,
  text: string,
  { pattern, flags, safer }: PlannedExpression,
): FileRewrite {
  const source = readSource(path, text);
  const literal = literalOf(safer);
  if (!source || literal === undefined) return { edits: [], stops: [], warnings: [] };
  const changes: Change[] = [];
  for (const node of descendants(source.root)) {
    const written = node.type === 'string' ? writtenExpression(source.walk, node, flags) : undefined;
    const forms = written && ['search', 'match', 'fullmatch'].map((method) => anchored(written, method).pattern);
    if (forms?.includes(pattern)) changes.push({ start: node.start, end: node.end, text: literal, side: 0, reach: 0 });
  }
  return { edits: editsOfChanges(changes, source.starts) ?? [], stops: [], warnings: [] };
}

/** The pattern as Python writes it; undefined where a raw text cannot hold it. */
function literalOf(pattern: string): string | undefined {
  const own = pattern.replace(/\(\?<(?=\w)/g, '(?P<').replace(/\\k<(\w+)>/g, '(?P=$1)');
  const quote = ['"', "'"].find((mark) => !own.includes(mark));
  return quote === undefined || own.includes('\n') || own.endsWith('\\') ? undefined : `r${quote}${own}${quote}`;
}
