import type { Range } from '../model/range.ts';

/** Offsets at which lines start. */
export type LineStarts = readonly number[];

export function lineStarts(source: string): LineStarts {
  const starts = [0];
  for (let index = source.indexOf('\n'); index >= 0; index = source.indexOf('\n', index + 1)) starts.push(index + 1);
  // A carriage return alone ends a line, too; hardly any file has one.
  if (!source.includes('\r')) return starts;
  const lone = [...source.matchAll(/\r(?!\n)/g)];
  if (lone.length === 0) return starts;
  return [...starts, ...lone.map(({ index }) => index + 1)].sort((a, b) => a - b);
}

export function lineOf(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function rangeBetween(starts: LineStarts, start: number, end: number): Range {
  const line = lineOf(starts, start);
  const endLine = end <= (starts[line + 1] ?? Infinity) - 1 ? line : lineOf(starts, end);
  return [line, start - (starts[line] ?? 0), endLine, end - (starts[endLine] ?? 0)];
}
