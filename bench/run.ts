/**
 * Runs loopwise beside other tools over the pinned corpus, whole processes in alternation, and writes the results page.
 * `npm run bench -- --help` lists the options.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { allContestants, engines, filesIn, type Contestant, type Place } from './contestants.ts';
import { describeCorpus, installCorpus, workFolder } from './corpus.ts';
import { measure } from './meter.ts';
import { keptSections, withParts } from './section.ts';
import { renderResults, summaryLine, type EditFigures, type Runs } from './results.ts';

const help = `npm run bench -- [options]
  --rounds <n>     how often each tool runs, in alternation (default 3)
  --only <ids>     these tools only, separated by commas; the start of an id is enough
                   (floor, oxlint, biome, loopwise-oxc, loopwise-typescript, eslint)
  --target <path>  only this folder of the corpus, for a quick look (default packages)
  --edits <n>      edits in a live session (default 200; 0 leaves them out)
  --corpus-only    lay out the corpus and say what it holds
bench/RESULTS.md is written when nothing is left out; otherwise the page is printed.
Every tool runs on the Node.js that runs this. The page is made with Node.js 24: from 22 on the native parser hands its
trees over without a copy; on 20 a cold audit takes about a third longer.`;

const here = import.meta.dirname;
const peers = join(here, 'peers');
const npm = { cwd: join(here, '..'), stdio: 'inherit', shell: process.platform === 'win32' } as const;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    target: { type: 'string', default: 'packages' },
    edits: { type: 'string', default: '200' },
    'corpus-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const corpus = await installCorpus();
  console.log(describeCorpus(corpus));
  if (options['corpus-only']) return;
  const place: Place = { corpus, target: options.target.replace(/\/$/, ''), peers, work: workFolder };
  mkdirSync(workFolder, { recursive: true });
  installPeers();
  const contestants = chosen(allContestants(place));
  if (contestants.some(({ id }) => id.startsWith('loopwise'))) buildLoopwise();
  if (contestants.some(({ id }) => id === 'floor')) bundle(new URL('./floor.ts', import.meta.url), 'floor.mjs');
  if (Number(options.edits) > 0) bundle(new URL('./edits.ts', import.meta.url), 'edits.mjs');
  const runs = contestants.map((contestant): Runs => ({ contestant, measurements: [], outcome: undefined }));
  const rounds = Number(options.rounds);
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of runs) await runOnce(each, place, round);
  }
  for (const engine of engines) checkEditIsSeen(runs, engine);
  const edits = Number(options.edits) > 0 ? engines.map((engine) => measureEdits(place, engine)) : [];
  const files = filesIn(corpus, place.target).length;
  const page = renderResults({ corpus, runs, edits, rounds, files, peers });
  const complete = options.only === '' && place.target === 'packages' && edits.length > 0;
  const kept = join(here, 'RESULTS.md');
  if (complete) writeFileSync(kept, withParts(page, keptSections(readFileSync(kept, 'utf8'))));
  else console.log(`\n${page}`);
}

function chosen(all: readonly Contestant[]): readonly Contestant[] {
  const starts = options.only.split(',').filter(Boolean);
  return starts.length === 0 ? all : all.filter(({ id }) => starts.some((start) => id.startsWith(start)));
}

/** Installs the peers at their pinned versions, unless they are there. */
function installPeers(): void {
  if (isCurrent(join(peers, 'node_modules/.package-lock.json'), join(peers, 'package-lock.json'))) return;
  // Not `npm ci`: it wants the builds for other platforms to be in the lock file, too.
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { ...npm, cwd: peers });
}

/** Builds from the sources as they are, and measures a copy: another build meanwhile does no harm. */
function buildLoopwise(): void {
  execFileSync('npm', ['run', '--silent', 'build'], npm);
  const copy = join(workFolder, 'loopwise');
  rmSync(copy, { recursive: true, force: true });
  for (const part of ['dist', 'package.json']) cpSync(join(npm.cwd, part), join(copy, part), { recursive: true });
}

function isCurrent(made: string, source: string): boolean {
  return existsSync(made) && statSync(made).mtimeMs >= statSync(source).mtimeMs;
}

function bundle(source: URL, name: string): void {
  const places = { entryPoints: [fileURLToPath(source)], outfile: join(workFolder, name) };
  buildSync({ ...places, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
}

async function runOnce(runs: Runs, place: Place, round: number): Promise<void> {
  const { contestant, measurements } = runs;
  const output = join(workFolder, `${contestant.id}.out`);
  contestant.prepare?.();
  try {
    const measurement = await measure({ command: contestant.command, cwd: place.corpus.root, output });
    // Linters end with 1 when they have findings.
    if (measurement.exitCode !== 0 && measurement.exitCode !== 1) {
      const complaint = readFileSync(`${output}.err`, 'utf8').slice(0, 2000);
      throw new Error(`${contestant.id} ended with ${measurement.exitCode}\n${complaint}`);
    }
    measurements.push(measurement);
    runs.outcome = contestant.read(readFileSync(contestant.output ?? output, 'utf8'));
  } finally {
    contestant.restore?.();
  }
  console.log(`round ${round}  ${summaryLine(runs)}`);
}

/** A warm run that misses the edit would be fast and wrong. */
function checkEditIsSeen(runs: readonly Runs[], engine: string): void {
  const [warm, edit] = ['warm', 'edit'].map((id) => {
    const outcome = runs.find(({ contestant }) => contestant.id === `loopwise-${engine}-${id}`)?.outcome;
    return outcome && Object.values(outcome.findings).reduce((sum, count) => sum + count, 0);
  });
  if (warm === undefined || edit === undefined || edit === warm + 1) return;
  throw new Error(`${engine}: the edit adds one finding, but the findings went from ${warm} to ${edit}`);
}

function measureEdits(place: Place, engine: string): EditFigures {
  const args = [join(workFolder, 'edits.mjs'), place.corpus.root, place.target, engine, options.edits];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const figures = { engine, ...(JSON.parse(printed) as Omit<EditFigures, 'engine'>) };
  console.log(
    `edits    ${engine.padEnd(28)} median ${figures.medianMs.toFixed(1)} ms, p95 ${figures.p95Ms.toFixed(1)} ms`,
  );
  return figures;
}
