import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { differences, expectedMarks, reportedMarks } from './annotations.ts';

const isSource = /\.(?:[cm]?[jt]sx?|py)$/;

/** The sources below a folder, relative to it, with `/`. What is installed there is not a fixture's source. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isSource.test(path) && !path.includes('node_modules/'))
    .sort();
}

/** Fails with a line for every finding that is missing or too much. */
export function assertAsAnnotated(folder: string, files: readonly string[], report: Report): void {
  const expected = files.flatMap((file) => expectedMarks(file, readFileSync(join(folder, file), 'utf8')));
  const lines = differences(expected, reportedMarks(report));
  assert.ok(lines.length === 0, `\n${lines.map((line) => `${folder}/${line}`).join('\n')}`);
  for (const finding of report.findings) assertExplained(finding);
}

/** Every finding says why: a sentence, and a path of calls from its own place down to the operation. */
function assertExplained({ message, path, range, file, operation, entry, fingerprint }: Finding): void {
  assert.match(message, /^\S.*\S$/);
  assert.ok(path.length > 0, `${file}: ${message}: the path is empty`);
  assert.deepEqual([path[0]?.file, path[0]?.at], [file, range], `${file}: ${message}: the path starts elsewhere`);
  for (const text of [operation.name, operation.does, operation.work, entry.name, entry.role, fingerprint]) {
    assert.notEqual(text, '', `${file}: ${message}: something is left unsaid`);
  }
}
