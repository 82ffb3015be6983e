/** The results page: what was measured, in ratios first, because absolute times are those of one machine. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Contestant, Outcome } from './contestants.ts';
import { describeCorpus, type Corpus } from './corpus.ts';
import { meterName, type Measurement } from './meter.ts';

/** What one tool did in all rounds. */
export interface Runs {
  readonly contestant: Contestant;
  readonly measurements: Measurement[];
  /** Of the last round. */
  outcome: Outcome | undefined;
}

/** Work of a live session for one edit, from the changed text to the findings of the whole project. */
export interface EditFigures {
  readonly engine: string;
  readonly edits: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly openSeconds: number;
  readonly peakMegabytes: number;
}

export interface Results {
  readonly corpus: Corpus;
  readonly runs: readonly Runs[];
  readonly edits: readonly EditFigures[];
  readonly rounds: number;
  /** How many files of the corpus were looked at. */
  readonly files: number;
  readonly peers: string;
}

const root = join(import.meta.dirname, '..');

/** One line of progress. */
export function summaryLine({ contestant, measurements, outcome }: Runs): string {
  const last = measurements.at(-1);
  if (!last) return contestant.id;
  const figures = `${last.wallSeconds.toFixed(2)} s, cpu ${last.cpuSeconds.toFixed(2)} s, ${last.peakMegabytes.toFixed(0)} MB`;
  return `${contestant.id.padEnd(28)} ${figures}, ${outcome?.files} files, ${findingsText(outcome)}`;
}

/** The whole of `bench/RESULTS.md`. */
export function renderResults(results: Results): string {
  const parts = [header(results), table(results), reach(results), edits(results), notes(results)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function header({ corpus, rounds }: Results): string {
  return `# Benchmark

Written by \`npm run bench\`; do not edit. Whole processes over the same files, ${rounds} alternating rounds, medians, with
the lowest and the highest in brackets. Times are those of one machine and one day: compare the ratios.

- Corpus: ${describeCorpus(corpus)}, pinned in \`bench/corpus.json\`.
- Machine: ${machine()}, Node ${process.version} for every tool that runs on Node. Measured with ${meterName}.
- Date: ${new Date().toISOString().slice(0, 10)}, loopwise at ${revision()}.`;
}

function machine(): string {
  const cores = cpus();
  return `${process.platform} ${process.arch}, ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 1e9)} GB`;
}

function revision(): string {
  try {
    const git = (args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    const changed = git(['status', '--porcelain', '--', 'src', 'catalog', 'package.json']) !== '';
    return `commit ${git(['rev-parse', '--short', 'HEAD'])}${changed ? ' with uncommitted changes' : ''}`;
  } catch {
    return 'an unknown commit';
  }
}

function table({ runs, files }: Results): string {
  const reference = wallOf(runs, 'eslint');
  const rows = runs.map(({ contestant, measurements, outcome }) => {
    const wall = spread(measurements.map((each) => each.wallSeconds));
    const cpu = median(measurements.map((each) => each.cpuSeconds)).toFixed(1);
    const peak = median(measurements.map((each) => each.peakMegabytes)).toFixed(0);
    const ratio = reference / median(measurements.map((each) => each.wallSeconds));
    const seen = outcome?.files === files ? String(files) : `${outcome?.files} (of ${files})`;
    return [contestant.label, wall, times(ratio), cpu, peak, findingsText(outcome), seen, outcome?.unparsed ?? ''];
  });
  const head = ['run', 'wall s', 'faster than ESLint', 'CPU s', 'peak MB', 'findings', 'files', 'not parsed'];
  return markdownTable(head, rows);
}

/** The goals of the design beside what was measured, for each parser. */
function reach({ runs, edits: figures }: Results): string {
  const rows = ['oxc', 'typescript'].flatMap((engine) => {
    const [cold, edit] = [wallOf(runs, `loopwise-${engine}-cold`), wallOf(runs, `loopwise-${engine}-edit`)];
    const live = figures.find((each) => each.engine === engine);
    const peak = peakOf(runs, `loopwise-${engine}-cold`);
    return [
      goal(engine, 'cold, of the wall time of ESLint', cold / wallOf(runs, 'eslint'), 1 / 8),
      goal(engine, 'cold, of the wall time of Biome', cold / wallOf(runs, 'biome'), 2),
      goal(engine, 'warm after one edit, of cold', edit / cold, 1 / 4),
      goal(engine, 'peak memory, of that of ESLint', peak / peakOf(runs, 'eslint'), 1),
      goal(engine, 'one edit in a live session, p95 in ms', live?.p95Ms ?? NaN, 50),
    ].filter((row) => row !== undefined);
  });
  return rows.length === 0
    ? ''
    : `## Goals\n\n${markdownTable(['parser', 'goal', 'at most', 'measured', 'reached'], rows)}`;
}

function goal(engine: string, text: string, measured: number, limit: number): readonly string[] | undefined {
  if (Number.isNaN(measured)) return undefined;
  return [engine, text, String(limit), measured.toPrecision(2), measured <= limit ? 'yes' : '**no**'];
}

function edits({ edits: figures }: Results): string {
  if (figures.length === 0) return '';
  const rows = figures.map((each) => [
    each.engine,
    String(each.edits),
    ...[each.medianMs, each.p95Ms, each.maxMs].map((ms) => ms.toFixed(1)),
    each.openSeconds.toFixed(1),
    each.peakMegabytes.toFixed(0),
  ]);
  const head = ['parser', 'edits', 'median ms', 'p95 ms', 'highest ms', 'opening s', 'peak MB'];
  return `## Edits in a live session

One process holds the whole corpus on one thread. Each edit adds a blocking function to one random file or takes it out
again; the time is from the new text to the findings of the whole project.

${markdownTable(head, rows)}`;
}

function notes({ peers }: Results): string {
  return `## What is compared

- **loopwise** follows calls through functions and across files and reports only what runs on the event loop. Its findings
  are not those of the others and their number says nothing by itself.
- **ESLint** runs with \`@typescript-eslint/parser\` without type information and two rules: \`n/no-sync\` reports every call whose
  name ends in \`Sync\`, wherever it is; \`no-await-in-loop\` every \`await\` in a loop. The plugin throws when the parser offers its
  services without types, so they are taken away. Comments in the sources that disable rules are not obeyed. It reports
  counts only; one process, no cache, a heap of 8 GB allowed.
- **oxlint** and **Biome** run with their rules nearest to these two; neither follows calls. They use all cores and obey
  their own comments in the sources. Their reports are JSON with every finding.
- **The floor** reads every file and parses it with oxc-parser to a complete tree in JavaScript, on one thread, and does
  nothing with it. loopwise may stay below it: it uses several threads.
- The files are the same for all: published sources without tests, declarations, tool configuration, bundles and minified
  code. No dependency is installed, except that the packages of the corpus find each other.
- Versions: ${versions(peers)}.`;
}

function versions(peers: string): string {
  const measured = [
    ...['oxc-parser', '@typescript-eslint/parser', 'typescript'].map((name) => [root, name] as const),
    ...['eslint', 'eslint-plugin-n', '@typescript-eslint/parser', 'oxlint', '@biomejs/biome'].map(
      (name) => [peers, name] as const,
    ),
  ];
  const named = measured.map(([folder, name]) => {
    const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return `${name} ${(JSON.parse(text) as { version: string }).version}`;
  });
  return [...new Set(named)].join(', ');
}

function findingsText(outcome: Outcome | undefined): string {
  const entries = Object.entries(outcome?.findings ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none';
}

function wallOf(runs: readonly Runs[], id: string): number {
  return median(measurementsOf(runs, id).map((each) => each.wallSeconds));
}

function peakOf(runs: readonly Runs[], id: string): number {
  return median(measurementsOf(runs, id).map((each) => each.peakMegabytes));
}

function measurementsOf(runs: readonly Runs[], id: string): readonly Measurement[] {
  return runs.find(({ contestant }) => contestant.id === id)?.measurements ?? [];
}

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(2)} [${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}]`;
}

function times(ratio: number): string {
  return Number.isNaN(ratio) ? '' : `${ratio.toPrecision(3)}×`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
