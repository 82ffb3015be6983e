import type { Finding, Severity } from '../../model/finding.ts';
import { severities } from '../../model/finding.ts';
import { countSeverities, formatCount, groupBy, quantity } from '../findings.ts';
import type { SafeHtml } from './markup.ts';
import { markup } from './markup.ts';

const maxBars = 8;

/** Where the findings are, three ways: bars of charts.css over plain tables. */
export function renderCharts(findings: readonly Finding[]): SafeHtml {
  return markup`<section class="charts" aria-label="Charts">
${chart(
  'verdict',
  groupBy(findings, (finding) => finding.verdict),
)}
${chart(
  'rule',
  groupBy(findings, (finding) => finding.rule),
)}
${chart('directory', groupBy(findings, directoryOf))}
</section>`;
}

function chart(subject: string, groups: ReadonlyMap<string, readonly Finding[]>): SafeHtml {
  const rows = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const largest = Math.max(1, ...rows.map(([, findings]) => findings.length));
  const rest = rows.length - maxBars;
  return markup`<figure>
<table class="charts-css bar multiple stacked show-heading show-labels">
<caption>Findings by ${subject}</caption>
<thead><tr><th scope="col">${subject}</th>${severities.map((severity) => markup`<th scope="col">${severity}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, maxBars).map(([name, group]) => bar(name, group, largest))}</tbody>
</table>
${rest > 0 ? markup`<figcaption>and ${quantity(rest, 'other')} with no more findings each</figcaption>` : ''}
</figure>`;
}

function bar(name: string, findings: readonly Finding[], largest: number): SafeHtml {
  const counts = countSeverities(findings);
  const cell = (severity: Severity) => {
    const size = (counts[severity] / largest).toFixed(4);
    const title = quantity(counts[severity], severity);
    return markup`<td class="${severity}" style="--size: ${size}" title="${title}"><span class="data">${counts[severity]}</span></td>`;
  };
  return markup`<tr><th scope="row"><bdi title="${name}">${name}</bdi> <b>${formatCount(counts.total)}</b></th>${severities.map(cell)}</tr>
`;
}

function directoryOf(finding: Finding): string {
  const folders = finding.file.split('/').slice(0, -1);
  return folders.length === 0 ? './' : `${folders.slice(0, 2).join('/')}/`;
}
