/**
 * A live session over the corpus: opens it once, then edits random files and measures the work of each edit, from the
 * new text to the findings of every file whose findings changed. Prints one JSON object.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { builtinCatalog } from '../src/catalog/builtin.ts';
import { compileCatalog } from '../src/catalog/compile.ts';
import { extractFacts } from '../src/languages/javascript/extract.ts';
import type { ParserEngine } from '../src/languages/javascript/parse.ts';
import type { Host } from '../src/session/host.ts';
import { createSession, type Session } from '../src/session/session.ts';
import { discover } from '../src/workspace/discover.ts';
import { packageOf, readPackages } from '../src/workspace/packages.ts';
import { createResolver } from '../src/workspace/resolve.ts';

const [root = '.', target = '.', engineName = 'oxc', count = '200'] = process.argv.slice(2);
const engine: ParserEngine = engineName === 'typescript' ? 'typescript' : 'oxc';

const kindsOfEdit: readonly ((text: string) => string)[] = [
  // Everything below moves.
  (text) => text.replace(/^(#!.*\n)?/, '$1// A line more.\n'),
  (text) => `${text}\nasync function addedByTheBenchmark(path) { return require('node:fs').readFileSync(path); }\n`,
  (text) => `${text}\nfunction addedByTheBenchmark(path) { return helperOfTheBenchmark(path); }\n`,
  // Everyone who imports the file sees it without what it exports.
  () => '// Emptied.\n',
];

const { files, packageFolders } = await discover(root, { paths: [target] });
/** The editor's unsaved texts. */
const edited = new Map<string, string>();
const session = createSession(await hostOf(), { catalog: compileCatalog(builtinCatalog), version: 'bench' });

const started = performance.now();
await session.update();
const before = allFindings(session);
const openSeconds = (performance.now() - started) / 1000;

const times = await applyEdits(Number(count));
if (allFindings(session) !== before) throw new Error('After all edits were taken back the findings are not as before.');
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
const figures = { medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
process.stdout.write(JSON.stringify({ edits: times.length, ...figures, openSeconds, peakMegabytes }));

/** Reads and extracts on this thread, as a server does for a file that is being edited. */
async function hostOf(): Promise<Host> {
  const known = new Set(files);
  const packages = await readPackages(root, packageFolders, known);
  return {
    root,
    files: () => files,
    facts: (paths) => Promise.resolve(paths.map((path) => extractFacts(path, textOf(path), { engine }))),
    resolve: createResolver({ root, files: known, packages }),
    packageOf(file) {
      const info = packageOf(packages, file);
      if (info === undefined) return undefined;
      return {
        dependencies: new Set(info.dependencies.keys()),
        isPublic: info.isLibrary && info.entryPoints.has(file),
      };
    },
  };
}

function textOf(file: string): string {
  return edited.get(file) ?? readFileSync(join(root, file), 'utf8');
}

/** Every edit is a pair: it is made, and it is taken back. Both count. */
async function applyEdits(number: number): Promise<number[]> {
  const durations: number[] = [];
  const random = randomNumbers(1);
  for (let index = 0; index < number; index += 2) {
    const file = files[Math.floor(random() * files.length)]!;
    const original = textOf(file);
    durations.push(await applyEdit(file, kindsOfEdit[(index / 2) % kindsOfEdit.length]!(original)));
    durations.push(await applyEdit(file, original));
  }
  return durations;
}

async function applyEdit(file: string, text: string): Promise<number> {
  edited.set(file, text);
  const start = performance.now();
  for (const changed of await session.update([{ file, kind: 'changed' }])) session.findings(changed);
  return performance.now() - start;
}

function allFindings(of: Session): string {
  return JSON.stringify(files.map((file) => of.findings(file)));
}

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
