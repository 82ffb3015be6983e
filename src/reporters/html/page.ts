import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import { severities } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { activeFindings, countSeverities, formatCount, quantity } from '../findings.ts';
import type { ReportContext, Reporter } from '../types.ts';
import { asides, headline } from '../words.ts';
import { renderAdvice } from './advice.ts';
import { renderCharts } from './charts.ts';
import { renderFindings } from './findings-table.ts';
import type { Content } from './markup.ts';
import { markup, prose, SafeHtml } from './markup.ts';

/** One file that needs nothing else: styles and script are inlined, and the policy forbids whatever is not. */
export const toHtml: Reporter = (report, context) => {
  const { styles, script } = context.assets ?? { styles: '', script: '' };
  const findings = activeFindings(report);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Loopwise: ${headline(report)}</title>
<style>${new SafeHtml(styles)}</style>
</head>
<body>
${header(report, findings, context)}
<main>
${
  findings.length === 0
    ? ''
    : [
        renderCharts(findings),
        renderAdvice(context.advice ?? []),
        renderFindings(findings, context),
        rules(findings, context),
      ]
}
${remarks(report, context)}
</main>
<script>${new SafeHtml(script)}</script>
</body>
</html>
`;
  return page.text;
};

/** Only the script of this page may run, whatever text from the analysed code gets into it. */
function policyFor(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function header(report: Report, findings: readonly Finding[], context: ReportContext): SafeHtml {
  const counts = countSeverities(findings);
  const tile = (number: number, label: string, kind: string) =>
    markup`<li class="${kind}"><b>${formatCount(number)}</b> ${label}</li>`;
  return markup`<header>
<p class="brand">Loopwise ${report.version}</p>
<h1>${headline(report)}</h1>
<p>${[...asides(report, context), ''].join('. ')}</p>
<ul class="tiles">
${severities.map((severity) => tile(counts[severity], quantity(counts[severity], severity).replace(/^\S+ /, ''), severity))}
${tile(report.analysedFiles, report.analysedFiles === 1 ? 'file analysed' : 'files analysed', 'plain')}
</ul>
</header>`;
}

function rules(findings: readonly Finding[], context: ReportContext): SafeHtml {
  const found = new Set(findings.map((finding) => finding.rule));
  const items = context.rules
    .filter((rule) => found.has(rule.id))
    .map(
      (rule) =>
        markup`<dt><a href="${rule.helpUri}" rel="noreferrer"><code>${rule.id}</code></a> ${rule.title}</dt><dd>${prose(rule.why)}</dd>`,
    );
  return markup`<section><h2>Rules</h2><dl class="rules">${items}</dl></section>`;
}

function remarks(report: Report, { baseline }: ReportContext): Content {
  const place = (file: string, line?: number) =>
    markup`<code><bdi>${file}</bdi>${line === undefined ? '' : `:${line + 1}`}</code>`;
  return [
    folded('Warnings', report.warnings),
    folded(
      'Skipped files',
      report.skipped.map(({ file, at, reason }) => markup`${place(file, at?.[0])} ${reason}`),
    ),
    folded(
      'Directives that suppress nothing',
      report.unusedDirectives.map(({ file, at, text }) => markup`${place(file, at[0])} <code>${text}</code>`),
    ),
    folded(
      'Known to the baseline, and fixed',
      (baseline?.fixed ?? []).map(({ file, rule, count }) => markup`${place(file)} ${rule} × ${count}`),
    ),
  ];
}

function folded(title: string, items: readonly Content[]): Content {
  if (items.length === 0) return '';
  return markup`<section><details><summary><h2>${title} (${items.length})</h2></summary>
<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul></details></section>
`;
}
