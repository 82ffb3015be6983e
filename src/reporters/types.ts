import type { Advice } from '../model/advice.ts';
import type { Report, RuleInfo } from '../model/report.ts';

/** A known finding that is gone: so many of this fingerprint were expected and did not occur. */
export interface FixedEntry {
  readonly rule: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** What was taken out of the report because a baseline file knows it, and what the baseline knows in vain. */
export interface BaselineOutcome {
  readonly file: string;
  readonly known: number;
  readonly fixed: readonly FixedEntry[];
}

export interface ReportContext {
  readonly rules: readonly RuleInfo[];
  readonly baseline?: BaselineOutcome;
  /** Set when only a part of the findings is reported: `changed since main`. */
  readonly scope?: string;
  /** How many hints were left out of the report. */
  readonly hints?: number;
  /** How many places were left out that lead to operations of the report. */
  readonly places?: number;
  /** A line of an analysed file (zero-based) for excerpts; without it there are none. */
  readonly readLine?: (file: string, line: number) => string | undefined;
  readonly colors?: boolean;
  /** Columns of the terminal; without it nothing is wrapped. */
  readonly width?: number;
  /** From the repository's root to the workspace root, with a trailing `/`: `packages/api/`. */
  readonly pathPrefix?: string;
  readonly assets?: PageAssets;
  /** What fits the functions where the first findings stand: the HTML report shows it. */
  readonly advice?: readonly Advice[];
}

/** What the HTML report inlines. */
export interface PageAssets {
  readonly styles: string;
  readonly script: string;
}

/** Same report and context, same text. */
export type Reporter = (report: Report, context: ReportContext) => string;
