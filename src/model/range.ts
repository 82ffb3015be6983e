/**
 * `[line, character, endLine, endCharacter]`, zero-based, in UTF-16 characters as editors count them, end exclusive.
 * A tuple because facts hold many.
 */
export type Range = readonly [number, number, number, number];

export function compareRanges(a: Range, b: Range): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
