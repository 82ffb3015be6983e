import type { Range } from '../../model/range.ts';
import type { Palette } from './palette.ts';
import { displayWidth, printable } from '../printable.ts';

const contextBefore = 24;
const longestLine = 116;

/**
 * The line of a range with carets under it: `12 │ const a = readFileSync(f);`. Long lines are cut around the range,
 * so a minified line stays one line.
 */
export function excerpt(line: string, range: Range, width: number, paint: (text: string) => string, palette: Palette) {
  const [row, start, endRow, end] = range;
  const number = String(row + 1);
  const gutter = ` ${palette.faint('│')} `;
  const room = Math.max(20, Math.min(width, longestLine) - number.length - 3);
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const { from, to } = window(line, Math.min(indent, start), start, room);
  const head = printable(line.slice(from, start));
  const marked = printable(line.slice(start, Math.min(endRow === row ? end : to, to)).trimEnd());
  const tail = printable(line.slice(start, to).trimEnd()).slice(marked.length);
  const cut = from > indent ? '…' : '';
  const more = to < line.trimEnd().length ? palette.faint('…') : '';
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [
    `${palette.faint(number)}${gutter}${palette.faint(cut)}${head}${paint(marked)}${tail}${more}`,
    `${' '.repeat(number.length)}${gutter}${' '.repeat(displayWidth(cut + head))}${paint(carets)}`,
  ];
}

/** The part of the line to show: all of it when it fits, else from a little before the range. */
function window(line: string, indent: number, start: number, room: number): { from: number; to: number } {
  if (line.length - indent <= room) return { from: indent, to: line.length };
  const from = start - indent + contextBefore > room ? Math.max(indent, start - contextBefore) : indent;
  return { from, to: from + room - 2 };
}
