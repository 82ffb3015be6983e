import type { Severity } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { ExitCode } from './errors.ts';

export const bars = [...severities, 'never'] as const;

/** The least serious severity that makes an audit fail. */
export type Bar = (typeof bars)[number];

/**
 * Warnings fail too unless told otherwise: like errors they are certain, and they stop the loop on every run. What
 * needs judgement is information or a hint.
 */
export const defaultBar: Bar = 'warning';

/** Fails when more findings than allowed are at or over the bar. Nothing analysed is no clean bill. */
export function exitCodeOf(report: Report, bar: Bar, allowed: number): ExitCode {
  if (report.analysedFiles === 0) return 2;
  if (bar === 'never') return 0;
  const counted = report.findings.filter(
    (finding) => finding.suppression === undefined && isAtLeast(finding.severity, bar),
  );
  return counted.length > allowed ? 1 : 0;
}

function isAtLeast(severity: Severity, bar: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(bar);
}
