import type { Finding } from '../../model/finding.ts';
import { severities } from '../../model/finding.ts';
import { countSeverities, formatCount, groupBy } from '../findings.ts';
import type { ReportContext } from '../types.ts';
import { verdictAdvice, verdicts } from '../words.ts';
import { padEnd, padStart, widest } from './layout.ts';
import type { Palette } from './palette.ts';

interface Row {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly remark: string;
}

/** Counts by verdict and by rule; columns that would hold nothing but zeros are left out. */
export function renderSummary(findings: readonly Finding[], context: ReportContext, palette: Palette): string[] {
  const shown = severities.filter((severity) => countSeverities(findings)[severity] > 0);
  const heads = [...shown, 'total'] as const;
  const groups = [verdictRows(findings), ruleRows(findings, context)];
  const nameWidth = widest(groups.flat().map((row) => row.name));
  const head = `  ${' '.repeat(nameWidth)}  ${heads.join('  ')}`;
  const longest = head.length + 3 + widest(groups.flat().map((row) => row.remark));
  const remarks = longest <= (context.width ?? Infinity);
  const line = (row: Row) => {
    const counts = countSeverities(row.findings);
    const cells = heads.map((head) => {
      const cell = padStart(counts[head] === 0 ? '·' : formatCount(counts[head]), head.length);
      if (counts[head] === 0) return palette.faint(cell);
      return head === 'total' ? palette.strong(cell) : palette.severity[head](cell);
    });
    return `  ${padEnd(row.name, nameWidth)}  ${cells.join('  ')}${remarks ? `   ${palette.faint(row.remark)}` : ''}`;
  };
  return [palette.faint(head), ...groups.flatMap((rows) => [...rows.map(line), ''])];
}

function verdictRows(findings: readonly Finding[]): Row[] {
  const groups = groupBy(findings, (finding) => finding.verdict);
  return verdicts
    .filter((verdict) => groups.has(verdict))
    .map((verdict) => ({ name: verdict, findings: groups.get(verdict)!, remark: verdictAdvice[verdict] }));
}

function ruleRows(findings: readonly Finding[], context: ReportContext): Row[] {
  const groups = groupBy(findings, (finding) => finding.rule);
  return context.rules
    .filter((rule) => groups.has(rule.id))
    .map((rule) => ({ name: rule.id, findings: groups.get(rule.id)!, remark: rule.title }));
}
