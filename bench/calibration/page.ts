import type { Estimate } from '../../src/model/finding.ts';
import type { Sample } from './inputs.ts';

export interface Row {
  readonly sample: Sample;
  readonly milliseconds: number;
  /** Undefined: the rule sees one pass, or nothing. */
  readonly estimate: Estimate | undefined;
  readonly fires: boolean;
}

/** The table of samples, the slowest first, and how far estimates and measurements lie apart. */
export function renderCalibration(rows: readonly Row[], { node, cpu }: { node: string; cpu: string }): string {
  const rates = rows
    .filter(({ estimate, milliseconds }) => estimate && milliseconds > 1)
    .map(({ estimate, milliseconds }) => (estimate?.operations ?? 0) / milliseconds)
    .sort((a, b) => a - b);
  const at = (share: number): string => count(rates[Math.floor(share * (rates.length - 1))] ?? 0);
  return `# Calibration of heavy-loop

Loops and expressions with input of a stated size: what the rule [heavy-loop](rules/heavy-loop.md) estimates when it assumes
that size, and how long Node really stalls. \`npm run calibrate\` writes this page (here ${node}, ${cpu}; the median of
five runs in a process each). The rule has to speak of what stalls for more than 50 ms and to be silent below 5 ms; a test
compares its decisions with these measurements.

The estimate counts operations: ten steps of syntax, or what a built-in scan does with a few items. A millisecond had
${at(0.5)} of them in the middle of all samples that take longer than a millisecond, ${at(0.25)} to ${at(0.75)} for half of the
samples, and ${at(0)} to ${at(1)} at the ends; the rule reckons with 1,000,000. An estimate is a guess of the order of magnitude.

| Computation | Items | Growth | Operations | Estimate | Measured | Rule |
| --- | --: | --- | --: | --: | --: | --- |
${rows.map(lineOf).join('\n')}
`;
}

function lineOf({ sample, milliseconds, estimate, fires }: Row): string {
  const items = sample.items === 1 ? '' : count(sample.items);
  const cells = [
    sample.name,
    items,
    estimate?.growth ?? '',
    estimate ? count(estimate.operations) : '',
    estimate ? `${count(estimate.milliseconds)} ms` : '',
    `${milliseconds < 10 ? milliseconds.toFixed(1) : count(milliseconds)} ms`,
    fires ? 'speaks' : 'silent',
  ];
  return `| ${cells.join(' | ')} |`;
}

function count(value: number): string {
  return Math.round(Number(value.toPrecision(2))).toLocaleString('en-US');
}
