/** What is measured: each entry is one whole process over the same files. */
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Corpus } from './corpus.ts';

export interface Outcome {
  /** Findings by rule. */
  readonly findings: Readonly<Record<string, number>>;
  readonly files?: number;
  readonly unparsed?: number;
}

export interface Contestant {
  readonly id: string;
  readonly label: string;
  readonly command: readonly string[];
  /** Where the outcome is to be read, if not from standard output. */
  readonly output?: string;
  /** What has to be so before a run; not measured. */
  readonly prepare?: () => void;
  /** What has to be so again after it; not measured. */
  readonly restore?: () => void;
  readonly read: (output: string) => Outcome;
}

export interface Place {
  readonly corpus: Corpus;
  /** The folder to look at, relative to the corpus. */
  readonly target: string;
  readonly peers: string;
  readonly work: string;
}

export const engines = ['oxc', 'typescript'] as const;
const node = process.execPath;

export function allContestants(place: Place): Contestant[] {
  return [
    floor(place),
    oxlint(place),
    biome(place),
    ...engines.flatMap((engine) => loopwise(place, engine)),
    eslint(place),
  ];
}

function eslint({ peers, target }: Place): Contestant {
  const options = [
    '--no-config-lookup',
    '-c',
    join(peers, 'eslint.config.mjs'),
    '-f',
    join(peers, 'eslint-counts.mjs'),
  ];
  return {
    id: 'eslint',
    label: 'ESLint, `n/no-sync` + `no-await-in-loop`',
    // Its default heap does not hold the results of the whole corpus.
    command: [node, '--max-old-space-size=8192', join(peers, 'node_modules/eslint/bin/eslint.js'), ...options, target],
    read: (output) => {
      const { counts, files, unparsed } = JSON.parse(output) as EslintCounts;
      return { findings: counts, files, unparsed };
    },
  };
}

interface EslintCounts {
  readonly counts: Record<string, number>;
  readonly files: number;
  readonly unparsed: number;
}

function oxlint({ peers, target }: Place): Contestant {
  const options = ['-c', join(peers, 'oxlintrc.json'), '-f', 'json'];
  return {
    id: 'oxlint',
    label: 'oxlint, `node/no-sync` + `no-await-in-loop`',
    command: [node, join(peers, 'node_modules/oxlint/bin/oxlint'), ...options, target],
    read: (output) => {
      const report = JSON.parse(output) as { diagnostics: { code?: string }[]; number_of_files: number };
      const rules = report.diagnostics.map(({ code }) => code);
      return {
        findings: countBy(rules.filter((rule) => rule !== undefined)),
        files: report.number_of_files,
        unparsed: rules.filter((rule) => rule === undefined).length,
      };
    },
  };
}

function biome({ peers, target }: Place): Contestant {
  const options = [`--config-path=${join(peers, 'biome.json')}`, '--max-diagnostics=none', '--reporter=json'];
  return {
    id: 'biome',
    label: 'Biome, `noSyncMethods` + `noAwaitInLoops`',
    command: [biomeExecutable(peers), 'lint', ...options, target],
    read: (output) => {
      const { summary, diagnostics } = JSON.parse(output) as BiomeReport;
      const categories = diagnostics.map(({ category }) => category);
      const lint = categories.filter((category) => category.startsWith('lint/'));
      const broken = diagnostics.filter(({ category }) => category === 'parse').map(({ location }) => location.path);
      return {
        findings: countBy(lint.map((category) => category.replace(/^lint\/\w+\//, ''))),
        files: summary.changed + summary.unchanged,
        unparsed: new Set(broken).size,
      };
    },
  };
}

interface BiomeReport {
  readonly summary: { readonly changed: number; readonly unchanged: number };
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

/** The native program itself: its JavaScript launcher would hide it from the meter. */
function biomeExecutable(peers: string): string {
  const launcher = createRequire(join(peers, 'package.json')).resolve('@biomejs/biome/package.json');
  const name = process.platform === 'win32' ? 'biome.exe' : 'biome';
  const natives = Object.keys(manifestOf(launcher).optionalDependencies ?? {});
  for (const native of natives.filter((each) => each.includes(`${process.platform}-${process.arch}`))) {
    const program = join(dirname(launcher), '..', native.replace('@biomejs/', ''), name);
    if (statSync(program, { throwIfNoEntry: false })) return program;
  }
  throw new Error('Biome has no program for this platform');
}

function manifestOf(file: string): { optionalDependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(file, 'utf8')) as { optionalDependencies?: Record<string, string> };
}

function floor({ corpus, target, work }: Place): Contestant {
  const list = join(work, 'floor-files.json');
  return {
    id: 'floor',
    label: 'floor: reading and parsing alone (oxc-parser, one thread)',
    command: [node, join(work, 'floor.mjs'), corpus.root, list],
    prepare: () => {
      writeFileSync(list, JSON.stringify(filesIn(corpus, target)));
    },
    read: (output) => ({ findings: {}, ...(JSON.parse(output) as { files: number; unparsed: number }) }),
  };
}

/** The files below `target`. */
export function filesIn(corpus: Corpus, target: string): string[] {
  return corpus.files.map((file) => file.path).filter((path) => path.startsWith(`${target}/`));
}

/** In this order in every round: the second run finds the cache of the first, the third an edited file as well. */
function loopwise(place: Place, engine: (typeof engines)[number]): Contestant[] {
  const { work, target, corpus } = place;
  const cache = join(work, `cache-${engine}`);
  const output = join(work, `loopwise-${engine}.json`);
  const options = [
    '--engine',
    engine,
    '--cache-dir',
    cache,
    '--fail-on',
    'never',
    '--format',
    'json',
    '--output',
    output,
  ];
  const command = [node, join(work, 'loopwise/dist/cli.js'), 'audit', target, ...options];
  const edit = editOf(join(corpus.root, mostImported(place)));
  const run = (id: string, label: string, more: Partial<Contestant>): Contestant => ({
    id: `loopwise-${engine}-${id}`,
    label: `loopwise audit, ${engine}, ${label}`,
    command,
    output,
    read: readLoopwise,
    ...more,
  });
  return [
    run('cold', 'cold: no cache, one is written', { prepare: () => rmSync(cache, { recursive: true, force: true }) }),
    run('warm', 'warm: nothing changed', {}),
    run('edit', 'warm, one file edited', { prepare: edit.make, restore: edit.undo }),
  ];
}

/** In a package that serves, so that it counts what an edit adds. Another file of the corpus when only a part of it is looked at. */
function mostImported({ corpus, target }: Place): string {
  const preferred = 'packages/ghost/core/shared/url-utils.js';
  const files = filesIn(corpus, target);
  return files.includes(preferred) ? preferred : files[Math.floor(files.length / 2)]!;
}

/** Appends a new function that blocks, so that the run must report one finding more. */
function editOf(file: string): { make: () => void; undo: () => void } {
  const mark = '\n/* edited by the benchmark */\n';
  let count = 0;
  const undo = (): void => {
    const at = readFileSync(file).indexOf(mark);
    if (at >= 0) truncateSync(file, at);
  };
  undo();
  return {
    make: () => {
      count += 1;
      const name = `editedByTheBenchmark${count}`;
      appendFileSync(file, `${mark}exports.${name} = async (path) => require('node:fs').readFileSync(path);\n`);
    },
    undo,
  };
}

function readLoopwise(output: string): Outcome {
  const { summary } = JSON.parse(output) as {
    summary: { analysedFiles: number; skippedFiles: number; byRule: Record<string, number> };
  };
  return { findings: summary.byRule, files: summary.analysedFiles, unparsed: summary.skippedFiles };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
