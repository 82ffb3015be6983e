import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';

/** Reads the lines on which findings start, and keeps only those. */
export async function readSourceLines(report: Report): Promise<(file: string, line: number) => string | undefined> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, range } of report.findings) wanted.set(file, (wanted.get(file) ?? new Set()).add(range[0]));
  const lines = new Map<string, string>();
  for (const [file, numbers] of wanted) {
    // One at a time: a report may name thousands of files, and a process may open fewer.
    const text = await readFile(resolve(report.root, file), 'utf8').catch(() => undefined);
    const all = text?.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029]/);
    for (const number of numbers) {
      const line = all?.[number];
      if (line !== undefined) lines.set(`${number}:${file}`, line);
    }
  }
  return (file, line) => lines.get(`${line}:${file}`);
}
