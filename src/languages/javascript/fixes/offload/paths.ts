import { posix } from 'node:path';
import type { OffloadLayout } from '../../../../model/fix.ts';

/** How a file names another one of the project. */
export function specifierTo(from: string, to: string, { extension }: OffloadLayout): string {
  const path = posix.relative(posix.dirname(from), to);
  const relative = path.startsWith('.') ? path : `./${path}`;
  const own = posix.extname(to);
  const base = relative.slice(0, -own.length);
  if (/^\.[cm]?js$/.test(own)) return relative;
  if (extension === '.ts') return relative;
  // `.mts` becomes `.mjs`, whatever others are named.
  return /^\.[cm]ts$/.test(own) ? base + own.replace('ts', 'js') : base + extension;
}

/** A file beside another one for a function that moves out: `count-primes.worker.ts`. */
export function workerFile(source: string, name: string, { isTaken }: OffloadLayout): string {
  const extension = posix.extname(source).replace('x', '');
  const kebab = name.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  const path = (suffix: string): string => posix.join(posix.dirname(source), `${kebab}${suffix}.worker${extension}`);
  for (let count = 1; ; count++) {
    const file = path(count === 1 ? '' : `-${count}`);
    if (!isTaken(file)) return file;
  }
}
