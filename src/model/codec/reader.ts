import type { Range } from '../range.ts';

export function damaged(): Error {
  return new Error('damaged facts');
}

export interface Reader {
  readonly strings: readonly string[];
  readonly bytes: Uint8Array;
  next: number;
}

export function take(reader: Reader): number {
  const { bytes } = reader;
  let shift = 0;
  let rest = 0;
  for (;;) {
    const byte = bytes[reader.next];
    if (byte === undefined) throw damaged();
    reader.next += 1;
    rest |= (byte & 127) << shift;
    if (byte < 128) return (rest >>> 1) ^ -(rest & 1);
    shift += 7;
  }
}

export function takeText(reader: Reader): string {
  const text = reader.strings[take(reader)];
  if (text === undefined) throw damaged();
  return text;
}

const EMPTY: readonly never[] = Object.freeze([]);

export function takeList<T>(reader: Reader, takeItem: (reader: Reader) => T): readonly T[] {
  const length = take(reader);
  // Most lists are empty: they share one.
  if (length === 0) return EMPTY;
  const items: T[] = [];
  for (let index = 0; index < length; index += 1) items.push(takeItem(reader));
  return items;
}

/** Steps over a range; returns where it is. Few are ever looked at. */
export function skipRange(reader: Reader): number {
  const start = reader.next;
  const isOneLine = take(reader) >= 0;
  take(reader);
  take(reader);
  if (!isOneLine) take(reader);
  return start;
}

export function rangeAt(bytes: Uint8Array, start: number): Range {
  return takeRange({ strings: EMPTY, bytes, next: start });
}

export function takeRange(reader: Reader): Range {
  const line = take(reader);
  const character = take(reader);
  if (line >= 0) return [line, character, line, character + take(reader)];
  return [-1 - line, character, take(reader), take(reader)];
}
