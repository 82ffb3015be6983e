import type { Range } from '../range.ts';
import { HEAD, MAX_SIZE } from './layout.ts';

/** Collects the texts and the numbers of one file's facts. */
export interface Writer {
  /** Of texts, in the order in which they came. */
  readonly indices: Map<string, number>;
  readonly texts: string[];
  /** The numbers so far, which take as few bytes as they need. */
  bytes: Uint8Array;
  end: number;
}

/** Numbers are stored by seven bits a byte, the sign in the lowest. */
const MAX_BYTES = 5;

/** Kept from file to file, and as large as the largest needed it: numbers are copied out of it once their count is known. */
let scratch = new Uint8Array(1 << 16);

export function openWriter(): Writer {
  return { indices: new Map(), texts: [], bytes: scratch, end: 0 };
}

export function put(writer: Writer, number: number): void {
  if (writer.end + MAX_BYTES > writer.bytes.length) grow(writer);
  const { bytes } = writer;
  let rest = ((number << 1) ^ (number >> 31)) >>> 0;
  while (rest > 127) {
    bytes[writer.end++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[writer.end++] = rest;
}

function grow(writer: Writer): void {
  scratch = new Uint8Array(writer.bytes.length * 2);
  scratch.set(writer.bytes);
  writer.bytes = scratch;
}

export function putText(writer: Writer, text: string): void {
  let index = writer.indices.get(text);
  if (index === undefined) {
    index = writer.texts.push(text) - 1;
    writer.indices.set(text, index);
  }
  put(writer, index);
}

/** A list that is left out is an empty one. */
export function putList<T>(
  writer: Writer,
  items: readonly T[] | undefined,
  putItem: (writer: Writer, item: T) => void,
): void {
  const length = items?.length ?? 0;
  put(writer, length);
  for (let index = 0; index < length; index += 1) putItem(writer, items?.[index] as T);
}

/** The same for a list of numbers, by far the most. */
export function putNumbers(writer: Writer, numbers: readonly number[] | undefined): void {
  put(writer, numbers?.length ?? 0);
  if (numbers) putEach(writer, numbers);
}

/** Numbers whose count is known. By index: an iterator makes an object for each step. */
export function putEach(writer: Writer, numbers: readonly number[]): void {
  const { length } = numbers;
  for (let index = 0; index < length; index += 1) put(writer, numbers[index] ?? 0);
}

/** Half of the ranges are on one line: `[line, character, length]`, else with a negative first number. */
export function putRange(writer: Writer, range: Range): void {
  const isShort = range[0] === range[2];
  put(writer, isShort ? range[0] : -1 - range[0]);
  put(writer, range[1]);
  if (!isShort) put(writer, range[2]);
  put(writer, isShort ? range[3] - range[1] : range[3]);
}

const encoder = new TextEncoder();

/** All that was put, as `openReader` wants it: a head, the texts in one, the length of each, the numbers. */
export function closeWriter(writer: Writer, values: number): Uint8Array {
  const { texts, end } = writer;
  const text = texts.join('');
  // Half of a surrogate pair has no UTF-8.
  const isWhole = text.isWellFormed();
  const encoded = encoder.encode(isWhole ? text : JSON.stringify(text));
  texts.forEach((each) => {
    put(writer, each.length);
  });
  const bytes = new Uint8Array(HEAD + encoded.length + writer.end);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, isWhole ? encoded.length : MAX_SIZE + 1 + encoded.length);
  head.setUint32(4, texts.length);
  head.setUint32(8, values);
  bytes.set(encoded, HEAD);
  const lengths = writer.bytes.subarray(end, writer.end);
  bytes.set(lengths, HEAD + encoded.length);
  bytes.set(writer.bytes.subarray(0, end), HEAD + encoded.length + lengths.length);
  return bytes;
}
