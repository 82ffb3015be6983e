import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PathStep } from '../../src/model/finding.ts';

interface Span {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Span[] }[];
}

/** What ran in the processes of a suite, as V8 says. */
export async function readCoverage(folder: string): Promise<Script[]> {
  const scripts: Script[] = [];
  for (const file of await readdir(folder).catch(() => [])) {
    const { result } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { readonly result: readonly Script[] };
    scripts.push(...result);
  }
  return scripts;
}

/** Whether a place of a source ran; undefined if V8 ran another text than the file's. */
export async function hasRun(root: string, { file, at }: PathStep, scripts: readonly Script[]): Promise<boolean> {
  const path = join(root, file);
  const url = pathToFileURL(path).href;
  const offset = offsetOf(await readFile(path, 'utf8'), at[0], at[1]);
  return scripts.filter((script) => script.url === url).some((script) => countAt(script, offset) > 0);
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + column;
}

/** The count of the smallest span around a place. */
function countAt({ functions }: Script, offset: number): number {
  const spans = functions.flatMap(({ ranges }) =>
    ranges.filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset),
  );
  const size = ({ startOffset, endOffset }: Span): number => endOffset - startOffset;
  return spans.sort((a, b) => size(a) - size(b))[0]?.count ?? 0;
}
