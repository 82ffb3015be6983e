import { posix } from 'node:path';
import type { Resolution } from './host.ts';

/** Where a relative specifier leads among files that nobody but a fix knows yet. */
export function resolveCreated(files: ReadonlySet<string>, from: string, specifier: string): Resolution | undefined {
  if (files.size === 0 || !specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  const extensions = ['', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs'];
  const candidates = [...extensions.map((extension) => path + extension), path.replace(/js$/, 'ts')];
  const found = candidates.find((candidate) => files.has(candidate));
  return found === undefined ? undefined : { kind: 'file', path: found };
}
