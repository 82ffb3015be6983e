import type { Finding, Severity } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import { compareRanges } from '../model/range.ts';
import type { Report } from '../model/report.ts';

/** By file, place and rule, independent of locale and of the order in which files were analysed. */
export function sortedFindings(report: Report): Finding[] {
  return [...report.findings].sort(
    (a, b) => compareText(a.file, b.file) || compareRanges(a.range, b.range) || compareText(a.rule, b.rule),
  );
}

/** What a reader is to act on: all but the suppressed ones, sorted. */
export function activeFindings(report: Report): Finding[] {
  return sortedFindings(report).filter((finding) => finding.suppression === undefined);
}

export type SeverityCounts = Readonly<Record<Severity, number>> & { readonly total: number };

export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, total: findings.length };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Groups in the order of first occurrence. */
export function groupBy<K extends string>(findings: readonly Finding[], key: (finding: Finding) => K) {
  const groups = new Map<K, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group) group.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return groups;
}

/** The severities that occur, most serious first, with their words: `2 errors`, `1 warning`. */
export function severityPhrases(counts: SeverityCounts): string[] {
  return severities.filter((severity) => counts[severity] > 0).map((severity) => quantity(counts[severity], severity));
}

/** `1 file`, `1,204 files`. */
export function quantity(count: number, noun: string): string {
  const plural = noun === 'information' ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** Thousands apart, the same on every machine. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
