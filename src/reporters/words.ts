import type { Estimate, Finding, Verdict } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import type { Report } from '../model/report.ts';
import { activeFindings, countSeverities, formatCount, quantity, severityPhrases } from './findings.ts';
import type { ReportContext } from './types.ts';

const verdictPhrases: Readonly<Record<Verdict, string>> = {
  concurrency: 'concurrency (it waits)',
  parallelism: 'parallelism (it computes)',
  both: 'concurrency and parallelism (it waits and computes)',
  neither: 'neither concurrency nor parallelism',
};

/** What the verdict asks for, for all findings of a kind. */
export const verdictAdvice: Readonly<Record<Verdict, string>> = {
  concurrency: 'work that waits: await it, and overlap the waits',
  parallelism: 'work that computes: move it to a worker thread or process',
  both: 'work that waits and computes: await the waits, move the rest to a worker thread or process',
  neither: 'work that is best left out of the event loop altogether',
};

export const verdicts = Object.keys(verdictAdvice) as readonly Verdict[];

/** One-based, as people and most formats count: `12:5`. */
export function placeOf(range: Range): string {
  return `${range[0] + 1}:${range[1] + 1}`;
}

/** `async function load`, `request handler (Express) callback of router.get`. */
export function entryPhrase(finding: Finding): string {
  return `${finding.entry.role} \`${finding.entry.name}\``;
}

/** The verdict and its reason: `concurrency (it waits)`. */
export function verdictPhrase(verdict: Verdict): string {
  return verdictPhrases[verdict];
}

/** `some 140,000,000 operations, assuming n = 10,000`. */
export function estimatePhrase({ operations, sizes }: Estimate): string {
  const assumed = sizes.filter(({ isKnown }) => !isKnown).map(({ name, amount }) => `${name} = ${formatCount(amount)}`);
  const total = operations < 1e12 ? formatCount(operations) : operations.toExponential(0).replace('e+', ' × 10^');
  return `some ${total} operations${assumed.length === 0 ? '' : `, assuming ${assumed.join(' and ')}`}`;
}

/** Whether the path says more than the finding's own place does. */
export function isIndirect(finding: Finding): boolean {
  return finding.path.length > 1;
}

/** `3 findings (2 errors, 1 hint) in 2 of 40 files`. */
export function headline(report: Report): string {
  const findings = activeFindings(report);
  if (report.analysedFiles === 0) return 'Nothing was analysed';
  const files = quantity(report.analysedFiles, 'file');
  if (findings.length === 0) return `Nothing found that blocks the event loop in ${files}`;
  const touched = formatCount(new Set(findings.map((finding) => finding.file)).size);
  const severities = severityPhrases(countSeverities(findings)).join(', ');
  return `${quantity(findings.length, 'finding')} (${severities}) in ${touched} of ${files}`;
}

/** What the headline leaves out: skipped files, suppressed and known findings. */
export function asides(report: Report, context: ReportContext): string[] {
  const suppressed = report.findings.filter((finding) => finding.suppression !== undefined).length;
  const { baseline, hints, places, scope } = context;
  return [
    ...(scope === undefined ? [] : [`only what is ${scope}`]),
    ...(report.skipped.length === 0 ? [] : [`${quantity(report.skipped.length, 'file')} skipped`]),
    ...(suppressed === 0 ? [] : [`${formatCount(suppressed)} suppressed in the source`]),
    ...(baseline === undefined || baseline.known === 0 ? [] : [`${formatCount(baseline.known)} known to the baseline`]),
    ...(places === undefined
      ? []
      : [`${quantity(places, 'more place')} of the same operations not shown (--all-places)`]),
    ...(hints === undefined ? [] : [`${quantity(hints, 'hint')} not shown (--hints)`]),
  ];
}
