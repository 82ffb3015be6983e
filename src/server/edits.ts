import type { Range } from '../model/range.ts';

/** A piece of a text that another text has replaced. */
export interface Edit {
  /** In the text before the edit. */
  readonly at: Range;
  readonly text: string;
}

/**
 * Where a range of a text is after edits; undefined if one of them touched it. Typing right at an end touches it when it
 * makes the name that stands there longer.
 */
export function shifted(range: Range, edits: readonly Edit[]): Range | undefined {
  let current: Range | undefined = range;
  for (const edit of edits) current = current && shiftedBy(current, edit);
  return current;
}

function shiftedBy(range: Range, { at, text }: Edit): Range | undefined {
  const [line, character, endLine, endCharacter] = range;
  const startsAfter = compare(at[2], at[3], line, character);
  if (startsAfter < 0) return moved(range, at, text);
  if (startsAfter === 0) return /[\w$.]$/.test(text) ? undefined : moved(range, at, text);
  const endsBefore = compare(endLine, endCharacter, at[0], at[1]);
  if (endsBefore < 0) return range;
  return endsBefore === 0 && !/^[\w$]/.test(text) ? range : undefined;
}

function moved([line, character, endLine, endCharacter]: Range, at: Range, text: string): Range {
  const lines = text.split(lineEnd);
  const below = at[0] + lines.length - 1 - at[2];
  const lastLength = lines.at(-1)?.length ?? 0;
  const aside = (lines.length === 1 ? at[1] : 0) + lastLength - at[3];
  return [
    line + below,
    line === at[2] ? character + aside : character,
    endLine + below,
    endLine === at[2] ? endCharacter + aside : endCharacter,
  ];
}

/** The edits that take back what these did: for places only, the text that they bring back is blank. */
export function inverted(edits: readonly Edit[]): Edit[] {
  return edits.toReversed().map(({ at, text }) => {
    const lines = text.split(lineEnd);
    const lastLength = lines.at(-1)?.length ?? 0;
    const [line, character, endLine, endCharacter] = at;
    const last = lines.length === 1 ? character + lastLength : lastLength;
    const blank = '\n'.repeat(endLine - line) + ' '.repeat(endLine === line ? endCharacter - character : endCharacter);
    return { at: [line, character, line + lines.length - 1, last], text: blank };
  });
}

const lineEnd = /\r\n?|\n/;

/** Negative: the first place is before the second. */
function compare(line: number, character: number, otherLine: number, otherCharacter: number): number {
  return line - otherLine || character - otherCharacter;
}

/** The one edit that makes the first text the second: what is between the ends that both share. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const from = placeAt(before, start);
  const to = placeAt(before, before.length - end);
  return { at: [...from, ...to], text: after.slice(start, after.length - end) };
}

function placeAt(text: string, offset: number): readonly [number, number] {
  let line = 0;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return [line, offset - start];
}
