import type { EntryFacts, Estimate, Finding, OperationSummary, Severity, Verdict } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import type { Report, ReportStats } from '../model/report.ts';
import { activeFindings, countSeverities, groupBy, sortedFindings } from './findings.ts';
import type { BaselineOutcome, Reporter } from './types.ts';

/** Changes when a field is removed, is renamed or gets another meaning; not when one is added. */
const schemaVersion = 1;

/** Lines and columns count from 1, columns in UTF-16 code units; `end` is exclusive. */
interface JsonSpan {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface JsonFinding extends JsonSpan {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: string;
  readonly verdict: Verdict;
  /** Relative to `root`, with `/`. */
  readonly file: string;
  readonly message: string;
  readonly notes: readonly string[];
  readonly entry: Omit<EntryFacts, 'at'> & JsonSpan;
  readonly operation: OperationSummary;
  /** From the finding's place down to the operation. */
  readonly path: readonly (JsonSpan & { readonly file: string; readonly caller: string; readonly call: string })[];
  readonly estimate?: Estimate;
  /** Awaits that can run together. */
  readonly together?: readonly JsonSpan[];
  readonly fingerprint: string;
  readonly helpUri?: string;
  /** Present when a comment in the source suppresses the finding. */
  readonly suppression?: JsonSpan & { readonly reason: string };
}

/** The shape of `--format json`. */
interface JsonReport {
  readonly schemaVersion: typeof schemaVersion;
  readonly tool: { readonly name: 'loopwise'; readonly version: string };
  readonly root: string;
  /** Counts leave suppressed findings out. */
  readonly summary: {
    readonly analysedFiles: number;
    readonly skippedFiles: number;
    readonly findings: number;
    readonly suppressed: number;
    readonly bySeverity: Readonly<Record<Severity, number>>;
    readonly byVerdict: Readonly<Record<string, number>>;
    readonly byRule: Readonly<Record<string, number>>;
  };
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly ({ readonly file: string; readonly reason: string } & Partial<JsonSpan>)[];
  readonly unusedDirectives: readonly (JsonSpan & { readonly file: string; readonly text: string })[];
  readonly warnings: readonly string[];
  /** Present with `--changed-since`. */
  readonly scope?: string;
  /** Present with `--baseline`. */
  readonly baseline?: BaselineOutcome;
  /** Present with `--stats`; differs from run to run. */
  readonly stats?: Omit<ReportStats, 'stages'> & { readonly stages: Readonly<Record<string, number>> };
}

export const toJson: Reporter = (report, context) => {
  const helpUris = new Map(context.rules.map((rule) => [rule.id, rule.helpUri]));
  const json: JsonReport = {
    schemaVersion,
    tool: { name: 'loopwise', version: report.version },
    root: report.root,
    summary: summaryOf(report),
    findings: sortedFindings(report).map((finding) => jsonFinding(finding, helpUris.get(finding.rule))),
    skipped: report.skipped.map(({ at, ...skipped }) => ({ ...skipped, ...(at && spanOf(at)) })),
    unusedDirectives: report.unusedDirectives.map(({ at, ...directive }) => ({ ...directive, ...spanOf(at) })),
    warnings: report.warnings,
    ...(context.scope !== undefined && { scope: context.scope }),
    ...(context.baseline && { baseline: context.baseline }),
    ...(report.stats && { stats: { ...report.stats, stages: Object.fromEntries(report.stats.stages) } }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
};

function summaryOf(report: Report): JsonReport['summary'] {
  const findings = activeFindings(report);
  const { total, ...bySeverity } = countSeverities(findings);
  return {
    analysedFiles: report.analysedFiles,
    skippedFiles: report.skipped.length,
    findings: total,
    suppressed: report.findings.length - total,
    bySeverity,
    byVerdict: countBy(findings, (finding) => finding.verdict),
    byRule: countBy(findings, (finding) => finding.rule),
  };
}

function countBy(findings: readonly Finding[], key: (finding: Finding) => string): Record<string, number> {
  const counts = [...groupBy(findings, key)].map(([name, group]) => [name, group.length] as const);
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function jsonFinding(finding: Finding, helpUri: string | undefined): JsonFinding {
  const { rule, severity, confidence, verdict, file, message, notes, operation, fingerprint, suppression } = finding;
  const { at, ...entry } = finding.entry;
  return {
    rule,
    severity,
    confidence,
    verdict,
    file,
    ...spanOf(finding.range),
    message,
    notes,
    entry: { ...entry, ...spanOf(at) },
    operation,
    path: finding.path.map(({ at, ...step }) => ({ ...step, ...spanOf(at) })),
    ...(finding.estimate && { estimate: finding.estimate }),
    ...(finding.together && { together: finding.together.map(spanOf) }),
    fingerprint,
    ...(helpUri !== undefined && { helpUri }),
    ...(suppression && { suppression: { reason: suppression.reason, ...spanOf(suppression.at) } }),
  };
}

function spanOf([line, character, endLine, endCharacter]: Range): JsonSpan {
  return {
    start: { line: line + 1, column: character + 1 },
    end: { line: endLine + 1, column: endCharacter + 1 },
  };
}
