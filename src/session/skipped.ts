import type { FileFacts } from '../model/facts.ts';
import type { SkippedFile } from '../model/report.ts';

/** Why a file was left out; undefined if it was not. */
export function skippedFile(file: string, facts: FileFacts | undefined): SkippedFile | undefined {
  const problem = facts?.problem;
  return problem && { file, reason: problem.message, ...(problem.at ? { at: problem.at } : {}) };
}
