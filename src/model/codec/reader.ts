import type { Range } from '../range.ts';
import { HEAD, MAX_SIZE } from './layout.ts';

export function damaged(): Error {
  return new Error('damaged facts');
}

/** Reads the numbers of one file's facts. What is looked at later only is read then, from its place. */
export interface Reader {
  readonly bytes: Uint8Array;
  /** All texts in one. */
  readonly text: string;
  /** Where each text starts in it and the last one ends; then, where in the bytes each value starts. */
  readonly places: Int32Array;
  readonly texts: number;
  next: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function openReader(bytes: Uint8Array): Reader {
  if (bytes.length < HEAD) throw damaged();
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const [size, texts, values] = [head.getUint32(0), head.getUint32(4), head.getUint32(8)];
  if (HEAD + (size & MAX_SIZE) + texts + values > bytes.length) throw damaged();
  const start = HEAD + (size & MAX_SIZE);
  const stored = decoder.decode(bytes.subarray(HEAD, start));
  const text = size > MAX_SIZE ? (JSON.parse(stored) as string) : stored;
  const places = new Int32Array(texts + 1 + values);
  const reader: Reader = { bytes, text, places, texts, next: start };
  for (let index = 0; index < texts; index += 1) places[index + 1] = (places[index] ?? 0) + take(reader);
  if (places[texts] !== text.length) throw damaged();
  return reader;
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
  const index = take(reader);
  if (index < 0 || index >= reader.texts) throw damaged();
  return reader.text.slice(reader.places[index], reader.places[index + 1]);
}

/** Made as the other lists are, then emptied: the engine's loops are fastest where all lists are of one kind. */
export const EMPTY = emptyList();

function emptyList(): readonly never[] {
  const list = new Array<object>(1);
  list[0] = {};
  list.length = 0;
  return list as never[];
}

export function takeList<T>(reader: Reader, takeItem: (reader: Reader) => T): readonly T[] {
  return takeItems(reader, take(reader), takeItem);
}

/** The items of a list whose length is known. */
export function takeItems<T>(reader: Reader, length: number, takeItem: (reader: Reader) => T): readonly T[] {
  // Most lists are empty: they share one. The others are made in their size, for there are many.
  if (length === 0) return EMPTY;
  check(reader, length);
  const items = new Array<T>(length);
  for (let index = 0; index < length; index += 1) items[index] = takeItem(reader);
  return items;
}

/** No item takes less than a byte. */
function check(reader: Reader, length: number): void {
  if (length < 0 || length > reader.bytes.length - reader.next) throw damaged();
}

/** Steps over a list whose items are so many numbers each; returns where it is. */
export function skipList(reader: Reader, numbers: number): number {
  const start = reader.next;
  const length = take(reader);
  check(reader, length);
  skip(reader, length * numbers);
  return start;
}

/** Steps over numbers. */
export function skip(reader: Reader, numbers: number): void {
  const { bytes } = reader;
  for (let left = numbers; left > 0; reader.next += 1) {
    const byte = bytes[reader.next];
    if (byte === undefined) throw damaged();
    if (byte < 128) left -= 1;
  }
}

/** Reads at a place that was stepped over. */
export function readAt<T>(reader: Reader, place: number, takeItem: (reader: Reader) => T): T {
  reader.next = place;
  return takeItem(reader);
}

/** Steps over a range; returns where it is. Few are ever looked at. */
export function skipRange(reader: Reader): number {
  const start = reader.next;
  skip(reader, take(reader) >= 0 ? 2 : 3);
  return start;
}

export function takeRange(reader: Reader): Range {
  const line = take(reader);
  const character = take(reader);
  if (line >= 0) return [line, character, line, character + take(reader)];
  return [-1 - line, character, take(reader), take(reader)];
}
