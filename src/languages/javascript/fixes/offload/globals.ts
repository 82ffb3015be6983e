import type { TSESTree } from '@typescript-eslint/types';
import { HARMLESS_GLOBALS } from '../../builtins.ts';
import { type FixSource, parentOf } from '../source.ts';

/** Beside the harmless ones: what every thread of Node.js has and what means the same there. */
const OF_THREADS: ReadonlySet<string> = new Set(
  (
    'undefined NaN Infinity performance crypto Atomics SharedArrayBuffer ArrayBuffer DataView Int8Array Uint8ClampedArray ' +
    'Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array atob btoa ' +
    'structuredClone Function Iterator WebAssembly __dirname'
  ).split(' '),
);

/** Whether an undeclared name stands for something that a thread has as well. */
export function isThreadGlobal(source: FixSource, identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): boolean {
  const { name } = identifier;
  // A promise cannot be sent, and a computation has none.
  if (name === 'Promise') return false;
  if (HARMLESS_GLOBALS.has(name) || OF_THREADS.has(name)) return true;
  const parent = parentOf(source, identifier);
  // Settings are the same; where it writes to and how it ends are not.
  if (name === 'process' && parent?.type === 'MemberExpression' && parent.property.type === 'Identifier') {
    return ['env', 'hrtime', 'platform', 'arch', 'version', 'versions', 'memoryUsage'].includes(parent.property.name);
  }
  return parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
}
