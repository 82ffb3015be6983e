import type { Finding, RuleId, Verdict } from './finding.ts';
import type { Range } from './range.ts';

/** What is said of a rule beside its findings. */
export interface RuleInfo {
  readonly id: RuleId;
  readonly title: string;
  /** One or two sentences. */
  readonly why: string;
  /** Its page. */
  readonly helpUri: string;
  readonly verdict: Verdict;
}

/** A file that was left out, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
  readonly at?: Range;
}

/** A suppression directive that suppressed nothing. */
export interface UnusedDirective {
  readonly file: string;
  readonly at: Range;
  readonly text: string;
}

export interface ReportStats {
  readonly files: number;
  readonly lines: number;
  readonly functions: number;
  readonly calls: number;
  readonly fromCache: number;
  readonly threads: number;
  readonly engine: string;
  /** Milliseconds per stage, in the order in which they ran. */
  readonly stages: readonly (readonly [string, number])[];
  /** Bytes. */
  readonly peakMemory: number;
}

/** What an audit yields. Reporters are pure functions of it. */
export interface Report {
  readonly version: string;
  /** Absolute path of the workspace root; `Finding.file` is relative to it. */
  readonly root: string;
  /** Sorted by file, range, rule. Suppressed ones are included and marked. */
  readonly findings: readonly Finding[];
  readonly analysedFiles: number;
  readonly skipped: readonly SkippedFile[];
  readonly unusedDirectives: readonly UnusedDirective[];
  /** Problems of the configuration or the workspace that did not stop the audit. */
  readonly warnings: readonly string[];
  readonly stats?: ReportStats;
}
