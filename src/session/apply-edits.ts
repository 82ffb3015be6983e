import MagicString from 'magic-string';
import type { TextEdit } from '../model/fix.ts';

/** The text after the edits. They do not overlap; several at one place come in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const result = new MagicString(text);
  for (const { at, text: inserted } of edits) {
    const start = (starts[at[0]] ?? 0) + at[1];
    const end = (starts[at[2]] ?? 0) + at[3];
    if (start === end) result.appendLeft(start, inserted);
    else if (inserted === '') result.remove(start, end);
    else result.update(start, end, inserted);
  }
  return result.toString();
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + end.length);
  return starts;
}
