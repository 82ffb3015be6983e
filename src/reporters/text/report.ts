import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { activeFindings, groupBy, quantity } from '../findings.ts';
import type { ReportContext, Reporter } from '../types.ts';
import { asides, headline, placeOf } from '../words.ts';
import { renderFinding } from './finding.ts';
import { widest, wrap } from './layout.ts';
import type { Palette } from './palette.ts';
import { createPalette } from './palette.ts';
import { printable } from '../printable.ts';
import { renderStats } from './stats.ts';
import { renderSummary } from './summary.ts';

const maxListed = 10;

/** For people: findings by file, then the rest of what happened, then the summary, where a terminal ends up. */
export const toText: Reporter = (report, context) => {
  const palette = createPalette(context.colors ?? false);
  const findings = activeFindings(report);
  const lines = [
    '',
    ...[...groupBy(findings, (finding) => finding.file)].flatMap(([file, group]) =>
      renderFile(file, group, context, palette),
    ),
    ...remarks(report, context, palette),
    ...(findings.length === 0 ? [] : renderSummary(findings, context, palette)),
    ...(report.stats ? renderStats(report.stats) : []),
    ...conclusion(report, context, palette),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
};

function renderFile(file: string, findings: readonly Finding[], context: ReportContext, palette: Palette): string[] {
  const layout = {
    width: textWidth(context),
    placeWidth: widest(findings.map((finding) => placeOf(finding.range))),
    palette,
    readLine: context.readLine,
  };
  return [palette.heading(printable(file)), ...findings.flatMap((finding) => renderFinding(finding, layout))];
}

/** Lines longer than this are hard to read, however wide the terminal is; what is piped stays greppable. */
function textWidth({ width }: ReportContext): number {
  return width === undefined ? Infinity : Math.max(40, Math.min(width, 120));
}

function remarks(report: Report, { baseline }: ReportContext, palette: Palette): string[] {
  const at = (file: string, line?: number) => printable(line === undefined ? file : `${file}:${line + 1}`);
  return [
    ...list('Warnings', report.warnings.map(printable), palette),
    ...list(
      'Skipped',
      report.skipped.map((skipped) => `${at(skipped.file, skipped.at?.[0])}  ${printable(skipped.reason)}`),
      palette,
    ),
    ...list(
      'Directives that suppress nothing',
      report.unusedDirectives.map((unused) => `${at(unused.file, unused.at[0])}  ${printable(unused.text)}`),
      palette,
    ),
    ...list(
      `Fixed since ${printable(baseline?.file ?? '')} was written (--update-baseline forgets them)`,
      (baseline?.fixed ?? []).map(
        (entry) => `${at(entry.file)}  ${entry.rule}${entry.count > 1 ? ` ×${entry.count}` : ''}`,
      ),
      palette,
    ),
  ];
}

function list(title: string, items: readonly string[], palette: Palette): string[] {
  if (items.length === 0) return [];
  const more = items.length - maxListed;
  return [
    palette.strong(title),
    ...items.slice(0, maxListed).map((item) => `  ${item}`),
    ...(more > 0 ? [palette.faint(`  and ${quantity(more, 'other')}; --format json lists all`)] : []),
    '',
  ];
}

function conclusion(report: Report, context: ReportContext, palette: Palette): string[] {
  const clean = report.analysedFiles > 0 && activeFindings(report).length === 0;
  const text = [headline(report), ...asides(report, context)].join('; ') + '.';
  const [first = '', ...rest] = wrap(text, textWidth(context) - 2);
  const paint = clean ? palette.good : palette.bad;
  return [`${paint(clean ? '✔' : '✖')} ${palette.strong(first)}`, ...rest.map((line) => `  ${line}`)];
}
