import { inWords } from '../../src/advice/durations.ts';
import type { Outcome } from '../../src/advice/gain.ts';
import type { Verdict } from '../../src/model/finding.ts';
import type { Measured, Run } from './verdict.ts';

export interface Row {
  readonly name: string;
  readonly advised: Verdict;
  readonly measured: Verdict;
  readonly runs: Measured;
  /** What the model says of the sample as it is, and after the advised change. */
  readonly model: { readonly now: Outcome; readonly after: Outcome | undefined };
}

export interface Machine {
  readonly node: string;
  readonly python: string;
  readonly cpu: string;
  readonly cores: number;
  /** What else it had to do when it began: the mean of processes that ran, or waited to. */
  readonly load: number;
}

export function renderPage(rows: readonly Row[], reasons: Readonly<Record<string, string>>, machine: Machine): string {
  const differing = rows.filter(({ advised, measured }) => advised !== measured);
  return `# Advice beside measurement

Written by \`npm run bench:advice\`. Each sample in \`bench/advice/samples\` is a small module whose function \`subject\` is
advised on without being run, and then run in a process of its own: as it is, with its waits overlapped, and with its
tasks on ${machine.cores} workers that are ready. By measurement concurrency fits if overlapping makes the whole at least 1.3 times as fast,
or the longest stall of the event loop at least 2.5 times as short; parallelism fits if workers do so beyond that. Times are the
best of five runs, on ${machine.cpu} with Node ${machine.node} and ${machine.python}; workers of Python are processes.
Other programs had a load of ${machine.load.toFixed(1)} on the machine's cores meanwhile, so computations on workers gain less than they could.

${rows.length - differing.length} of ${rows.length} verdicts agree.

| Sample | Advised | Measured | CPU / wall | Total: now | overlapped | on workers | Stall: now | overlapped | on workers |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(measuredRow).join('\n')}

## Where they differ

${differing.length === 0 ? 'Nowhere.' : differing.map(({ name }) => `- \`${name}\`: ${reasons[name] ?? 'no reason is known.'}`).join('\n')}

## The model

For the samples with an advised change: by how much the model says that it shortens the whole and the longest stall, and by
how much it did. The model is given what a task waits for by construction, and what it computes as measured. It lets
each task compute when its wait is over: \`fetch-in-loop-and-derive.js\` computes all at the end, and stalls for longer.

| Sample | Total: model | measured | Stall: model | measured |
| --- | --- | --- | --- | --- |
${rows.flatMap(modelRow).join('\n')}
`;
}

function measuredRow({ name, advised, measured, runs: { now, overlapped, workers } }: Row): string {
  const cells = [
    `\`${name}\``,
    advised,
    advised === measured ? measured : `**${measured}**`,
    (now.cpu / Math.max(now.wall, 0.001)).toFixed(2),
    ...[now, overlapped, workers].map(({ wall }) => inWords(wall)),
    ...[now, overlapped, workers].map(({ stall }) => inWords(Math.max(0, stall))),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The run that shows the advised change. */
function changed({ advised, runs }: Row): Run {
  return advised === 'concurrency' ? runs.overlapped : runs.workers;
}

function modelRow(row: Row): string[] {
  const { now, after } = row.model;
  if (!after) return [];
  const run = changed(row);
  const cells = [
    `\`${row.name}\``,
    ratio(now.makespan, after.makespan),
    ratio(row.runs.now.wall, run.wall),
    stalls(now.longestStall, after.longestStall),
    stalls(row.runs.now.stall, run.stall),
  ];
  return [`| ${cells.join(' | ')} |`];
}

function ratio(before: number, after: number): string {
  return `${(before / Math.max(after, 0.001)).toFixed(1)}×`;
}

function stalls(before: number, after: number): string {
  return `${inWords(Math.max(0, before))} → ${inWords(Math.max(0, after))}`;
}
