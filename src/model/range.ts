/** A zero-based line and UTF-16 character, as editors count them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** `[line, character, endLine, endCharacter]`, zero-based, end exclusive. A tuple because facts hold many. */
export type Range = readonly [number, number, number, number];


export function compareRanges(a: Range, b: Range): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
