import type { TextEdit } from '../model/fix.ts';
import { type LineStarts, rangeBetween } from './lines.ts';

/** A part of a text that gets another one; offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of insertions around a node: after it, or before it, and how far the node reaches to the other side. */
  readonly side: -1 | 0 | 1;
  readonly reach: number;
}

/** The edits in the order of the source; undefined when two want to change the same text. */
export function editsOfChanges(changes: readonly Change[], starts: LineStarts): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let end = -1;
  for (const change of inOrder(changes)) {
    if (change.start < end) return undefined;
    end = Math.max(end, change.end);
    edits.push({ at: rangeBetween(starts, change.start, change.end), text: change.text });
  }
  return edits;
}

/** The changes in the order of the source; those at one place nest as what they are around does. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const sorted = changes.map((change, order) => ({ ...change, order }));
  return sorted.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      a.side - b.side ||
      a.reach - b.reach ||
      (a.side > 0 ? b.order - a.order : a.order - b.order),
  );
}
