import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Kept from file to file: memory of its own for each takes longer than reading it. */
let space = Buffer.allocUnsafeSlow(1 << 16);

/**
 * A file and how it looked when it was read. The bytes hold until the next file is read; undefined if there are more than
 * `limit` of them.
 */
export function readWhole(path: string, limit: number): { readonly stats: Stats; readonly bytes: Buffer | undefined } {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    return { stats, bytes: stats.size > limit ? undefined : readUpTo(file, stats.size) };
  } finally {
    closeSync(file);
  }
}

function readUpTo(file: number, size: number): Buffer {
  if (space.length < size) space = Buffer.allocUnsafeSlow(size * 2);
  let length = 0;
  while (length < size) {
    const read = readSync(file, space, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return space.subarray(0, length);
}
