/** Built-in functions, constructors and objects that take no callbacks which matter and change nothing but what they are given. */
const PLAIN = (
  'Object Array String Number Boolean Symbol Math Map Set WeakMap WeakSet RegExp BigInt Error TypeError RangeError Intl ' +
  'Buffer URL URLSearchParams TextEncoder TextDecoder Headers Uint8Array Promise JSON Date parseInt parseFloat isNaN ' +
  'isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI'
).split(' ');

/** Built-in names that change nothing, so that nobody sees when they are called. */
export const QUIET_GLOBALS: ReadonlySet<string> = new Set([...PLAIN, 'structuredClone']);

/** Built-in names none of whose functions block or take callbacks that matter without one. */
export const HARMLESS_GLOBALS: ReadonlySet<string> = new Set([
  ...PLAIN,
  ...(
    'console Reflect WeakRef SyntaxError EvalError URIError ReferenceError AggregateError FormData Blob ' +
    'AbortController Proxy clearTimeout clearInterval clearImmediate'
  ).split(' '),
]);

/** Methods whose result has as many items as what they are called on, or some of them. */
export const SAME_SIZE: ReadonlySet<string> = new Set(
  (
    'map filter slice sort reverse toSorted toReversed toSpliced concat flat flatMap keys values entries fill splice ' +
    'split trim trimEnd trimStart toLowerCase toUpperCase replace replaceAll normalize toString toArray'
  ).split(' '),
);
