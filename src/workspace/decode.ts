import { isUtf8 } from 'node:buffer';
import type { ParseProblem } from '../model/facts.ts';

export type Decoded = { readonly text: string } | { readonly problem: ParseProblem };

/** A line over this length is not written by hand; a file that mostly consists of such lines is generated. */
const longLine = 1000;
/** Small generated files cost nothing, and a short file may hold one long string. */
const smallFile = 5000;

/** What bundlers write into every bundle. */
const bundleMarks = [
  'function __webpack_require__(',
  '/******/ (() => { // webpackBootstrap',
  '\nvar __getOwnPropNames = Object.getOwnPropertyNames;\nvar __commonJS = ',
  'f.code="MODULE_NOT_FOUND"',
];

/** The text behind the bytes of a source file, or why there is none to analyse. */
export function decode(file: string, bytes: Buffer): Decoded {
  if (file.endsWith('.py')) return decodePython(bytes);
  const text = decodeText(bytes);
  return text === undefined ? { problem: { kind: 'encoding', message: 'a binary file' } } : checkText(text);
}

/** A comment in one of the first two lines. */
const pythonCoding = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;

/** Python reads UTF-8, unless a comment names another encoding. */
function decodePython(bytes: Buffer): Decoded {
  const head = bytes.toString('latin1', 0, 400);
  const name = pythonCoding.exec(head)?.[1] ?? 'utf-8';
  try {
    if (bytes.includes(0)) return { problem: { kind: 'encoding', message: 'a binary file' } };
    // Names as Python has them: `utf8`, `latin_1`, `utf-8-sig`.
    const label = name
      .toLowerCase()
      .replaceAll('_', '-')
      .replace(/^(?:utf-?8.*)$/, 'utf-8')
      .replace('latin-1', 'latin1');
    return checkText(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (error) {
    const message = error instanceof RangeError ? `its encoding ${name} is not known` : `it is not encoded in ${name}`;
    return { problem: { kind: 'encoding', message } };
  }
}

/** The same for a text: generated code is not analysed. */
export function checkText(whole: string): Decoded {
  const text = withoutSourceMap(whole);
  if (text.length > smallFile && isMinified(text)) {
    return { problem: { kind: 'minified', message: 'most of it is in lines of over 1,000 characters' } };
  }
  if (text.length > smallFile && bundleMarks.some((mark) => text.includes(mark))) {
    return { problem: { kind: 'minified', message: 'the output of a bundler' } };
  }
  return { text };
}

/** A source map inside the file, in its last line, may be longer than the code. */
function withoutSourceMap(text: string): string {
  const start = text.trimEnd().lastIndexOf('\n') + 1;
  return text.startsWith('//# sourceMappingURL=data:', start) ? text.slice(0, start) : text;
}

/** UTF-8, UTF-16 with a byte order mark, else Latin-1. Undefined for what is no text. */
function decodeText(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  if (bytes.includes(0)) return undefined;
  if (!isUtf8(bytes)) return bytes.toString('latin1');
  return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

function isMinified(text: string): boolean {
  let inLongLines = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > longLine) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines > text.length / 2;
}
