import type { Finding } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { activeFindings, countSeverities, groupBy, quantity } from './findings.ts';
import { printable } from './printable.ts';
import type { Reporter, ReportContext } from './types.ts';
import {
  asides,
  entryPhrase,
  estimatePhrase,
  headline,
  isIndirect,
  placeOf,
  verdictAdvice,
  verdictPhrase,
  verdicts,
} from './words.ts';

const marks = { error: '🔴', warning: '🟠', information: '🔵', hint: '⚪' } as const;

/** For a pull request's comment or a job's summary. */
export const toMarkdown: Reporter = (report, context) => {
  const findings = activeFindings(report);
  const lines = [
    '## Loopwise',
    '',
    `**${headline(report)}.**${asides(report, context)
      .map((aside) => ` ${escapeText(aside)}.`)
      .join('')}`,
    '',
    ...(findings.length === 0 ? [] : summaryTable(findings)),
    ...[...groupBy(findings, (finding) => finding.file)].flatMap(([file, group]) => fileSection(file, group, context)),
    ...appendix(report, context),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

function summaryTable(findings: readonly Finding[]): string[] {
  const groups = groupBy(findings, (finding) => finding.verdict);
  const shown = severities.filter((severity) => countSeverities(findings)[severity] > 0);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['verdict', ...shown, 'total', 'what it means']),
    row(['---', ...shown.map(() => '--:'), '--:', '---']),
    ...verdicts
      .filter((verdict) => groups.has(verdict))
      .map((verdict) => {
        const counts = countSeverities(groups.get(verdict)!);
        return row([verdict, ...shown.map((severity) => counts[severity]), counts.total, verdictAdvice[verdict]]);
      }),
    '',
  ];
}

function fileSection(file: string, findings: readonly Finding[], context: ReportContext): string[] {
  const helpUris = new Map(context.rules.map((rule) => [rule.id, rule.helpUri]));
  return [`### ${code(file)}`, '', ...findings.flatMap((finding) => item(finding, helpUris.get(finding.rule))), ''];
}

function item(finding: Finding, helpUri: string | undefined): string[] {
  const { operation, severity, verdict } = finding;
  const rule = helpUri === undefined ? code(finding.rule) : `[${code(finding.rule)}](${helpUri})`;
  const details = [
    `in ${escapeText(entryPhrase(finding))}`,
    ...(isIndirect(finding)
      ? [
          `through ${finding.path.map((step) => `${code(step.call)} (${code(`${step.file}:${step.at[0] + 1}`)})`).join(' → ')}`,
        ]
      : []),
    ...(finding.estimate ? [escapeText(estimatePhrase(finding.estimate))] : []),
    ...(operation.instead === undefined ? [] : [escapeText(operation.instead)]),
    verdictPhrase(verdict),
    ...finding.notes.map(escapeText),
  ];
  return [
    `- ${marks[severity]} **${severity}** at ${placeOf(finding.range)}: ${escapeText(finding.message)} (${rule})`,
    ...details.map((detail) => `  - ${detail}`),
  ];
}

function appendix(report: Report, { baseline }: ReportContext): string[] {
  return [
    ...folded(
      quantity(report.skipped.length, 'skipped file'),
      report.skipped.map(({ file, reason }) => `${code(file)}: ${escapeText(reason)}`),
    ),
    ...folded(
      `${quantity(report.unusedDirectives.length, 'directive')} without effect`,
      report.unusedDirectives.map(({ file, at, text }) => `${code(`${file}:${at[0] + 1}`)}: ${code(text)}`),
    ),
    ...folded(
      `${quantity(baseline?.fixed.length ?? 0, 'entry')} of the baseline fixed`,
      (baseline?.fixed ?? []).map(({ rule, file, count }) => `${code(file)}: ${code(rule)} ×${count}`),
    ),
    ...folded(quantity(report.warnings.length, 'warning'), report.warnings.map(escapeText)),
  ];
}

function folded(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [`<details><summary>${title}</summary>`, '', ...items.map((text) => `- ${text}`), '', '</details>', ''];
}

/** A code span that holds any text: its fence is longer than every run of backticks inside. */
function code(text: string): string {
  const inner = printable(text);
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${inner}${pad}${fence}`;
}

/** Prose, with its code spans kept and everything else that Markdown or HTML would read made literal. */
function escapeText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? code(part.slice(1, -1)) : printable(part).replace(/[\\*_[\]<>&~#|@]/g, '\\$&'),
    )
    .join('');
}
