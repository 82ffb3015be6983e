import type { FileFacts } from '../model/facts.ts';

/** How much there is to analyse. */
export interface ProjectSizes {
  readonly files: number;
  readonly lines: number;
  readonly functions: number;
  readonly calls: number;
}

export function sizesOf(known: Iterable<FileFacts | undefined>): ProjectSizes {
  const sizes = { files: 0, lines: 0, functions: 0, calls: 0 };
  for (const facts of known) {
    if (!facts) continue;
    sizes.files += 1;
    sizes.lines += facts.lines;
    sizes.functions += facts.functions.length;
    for (const { calls } of facts.functions) sizes.calls += calls.length;
  }
  return sizes;
}

export function sumOf(all: readonly ProjectSizes[]): ProjectSizes {
  const sum = { files: 0, lines: 0, functions: 0, calls: 0 };
  for (const { files, lines, functions, calls } of all) {
    sum.files += files;
    sum.lines += lines;
    sum.functions += functions;
    sum.calls += calls;
  }
  return sum;
}
