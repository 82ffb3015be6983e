import { readFile } from 'node:fs/promises';
import type { FileSet } from './source-of.ts';

const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** What compilers write and nobody else does. */
const BY_COMPILER = /^\/\/# sourceMappingURL=|^Object\.defineProperty\(exports, ['"]__esModule['"]/m;

/** Whether TypeScript of the same name stands beside a JavaScript file. */
export function hasSource(files: FileSet, file: string): boolean {
  const extension = /\.[cm]?jsx?$/.exec(file)?.[0];
  if (extension === undefined) return false;
  const stem = file.slice(0, -extension.length);
  return sources[extension]?.some((source) => files.has(stem + source)) ?? false;
}

/** Whether a compiler wrote the file: what is in it stands in its source, too. */
export async function isCompiled(absolute: string): Promise<boolean> {
  return BY_COMPILER.test(await readFile(absolute, 'utf8').catch(() => ''));
}
