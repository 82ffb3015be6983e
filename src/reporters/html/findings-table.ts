import type { Finding } from '../../model/finding.ts';
import { severities } from '../../model/finding.ts';
import type { ReportContext } from '../types.ts';
import { entryPhrase, estimatePhrase, isIndirect, placeOf, verdictPhrase } from '../words.ts';
import type { Content, SafeHtml } from './markup.ts';
import { markup, prose } from './markup.ts';

const columns = ['severity', 'finding', 'place', 'rule', 'verdict'] as const;

/** The findings, which the page's script filters and sorts; without scripts it is a plain table. */
export function renderFindings(findings: readonly Finding[], context: ReportContext): SafeHtml {
  const head = (column: string) =>
    markup`<th scope="col"><button type="button" data-sort="${column}">${column}</button></th>`;
  return markup`<section aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
${filters(findings)}
<table id="findings">
<thead><tr>${columns.map(head)}</tr></thead>
<tbody>
${findings.map((finding) => row(finding, context))}</tbody>
</table>
</section>`;
}

function filters(findings: readonly Finding[]): SafeHtml {
  const present = (key: 'severity' | 'rule' | 'verdict') => [...new Set(findings.map((finding) => finding[key]))];
  return markup`<form id="filters" role="search" hidden>
<label class="grow">search <input type="search" name="text" placeholder="file, function, API …"></label>
${select(
  'severity',
  severities.filter((severity) => present('severity').includes(severity)),
)}
${select('rule', present('rule').sort())}
${select('verdict', present('verdict').sort())}
<button type="button" data-toggle>Expand all</button>
<button type="reset">Reset</button>
<output aria-live="polite"></output>
</form>`;
}

function select(name: string, options: readonly string[]): SafeHtml {
  const items = options.map((option) => markup`<option>${option}</option>`);
  return markup`<label>${name} <select name="${name}"><option value="">all</option>${items}</select></label>`;
}

function row(finding: Finding, context: ReportContext): SafeHtml {
  const { file, range, rule, severity, verdict } = finding;
  const name = file.lastIndexOf('/') + 1;
  return markup`<tr data-severity="${severity}" data-rule="${rule}" data-verdict="${verdict}">
<td data-key="${severities.indexOf(severity)}"><span class="badge ${severity}">${severity}</span></td>
<td><details><summary>${prose(finding.message)}</summary>
${detailsOf(finding, context)}
</details></td>
<td class="place"><bdi>${file.slice(0, name)}<wbr><b>${file.slice(name)}</b></bdi>:${placeOf(range)}</td>
<td><code>${rule}</code></td>
<td>${verdict}</td>
</tr>
`;
}

function detailsOf(finding: Finding, { readLine }: ReportContext): SafeHtml {
  const { confidence, estimate, notes, operation, range, verdict } = finding;
  const source = readLine?.(finding.file, range[0]);
  const rows: (readonly [string, Content])[] = [
    ['in', prose(entryPhrase(finding))],
    ...(isIndirect(finding) ? [['path', pathOf(finding)] as const] : []),
    ['operation', operationOf(finding)],
    ...(estimate ? [['takes', estimatePhrase(estimate)] as const] : []),
    ...(operation.instead === undefined ? [] : [['instead', prose(operation.instead)] as const]),
    ['fits', verdictPhrase(verdict)],
    ...(confidence === 'likely' && !estimate
      ? [['note', 'likely, not certain: a step on the way is not fully resolved'] as const]
      : []),
    ...notes.map((note) => ['note', prose(note)] as const),
  ];
  return markup`${source === undefined ? '' : excerpt(source, range)}
<dl>${rows.map(([term, content]) => markup`<dt>${term}</dt><dd>${content}</dd>`)}</dl>`;
}

function pathOf({ path }: Finding): SafeHtml {
  const steps = path.map(
    (step) =>
      markup`<li><code>${step.call}</code> <span class="place"><bdi>${step.file}</bdi>:${step.at[0] + 1}</span></li>`,
  );
  return markup`<ol>${steps}</ol>`;
}

function operationOf({ operation }: Finding): SafeHtml {
  const { cost, does, name, url = '', work } = operation;
  const code = markup`<code>${name}</code>`;
  // The address may come from a library's own catalog: only a web address becomes a link.
  const linked = /^https?:\/\//.test(url) ? markup`<a href="${url}" rel="noreferrer">${code}</a>` : code;
  return markup`${linked} ${does} (${work}, ${cost} cost)`;
}

function excerpt(line: string, [row, start, endRow, end]: Finding['range']): SafeHtml {
  const stop = endRow === row ? end : line.length;
  const from = Math.min(start, line.length - line.trimStart().length);
  const parts = markup`${line.slice(from, start)}<mark>${line.slice(start, stop)}</mark>${line.slice(stop)}`;
  return markup`<pre><code><span class="line">${row + 1}</span>${parts}</code></pre>`;
}
