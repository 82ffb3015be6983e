import type { Range } from '../../model/range.ts';
import { type LineStarts, rangeBetween } from '../lines.ts';
import { endOffset, type Node, startOffset } from './ast.ts';

export { lineOf, type LineStarts, lineStarts, rangeBetween } from '../lines.ts';

export function rangeOf(starts: LineStarts, node: Node): Range {
  return rangeBetween(starts, startOffset(node), endOffset(node));
}
