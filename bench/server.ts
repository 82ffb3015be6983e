/**
 * The language server as an editor sees it: a real process, a workspace of 10,000 files of the corpus, a file of about
 * 1,000 lines in which one types. Writes its section of the results page. Counts processor time of the server's
 * process, all threads, so that what else the machine does matters little. Linux only: it reads /proc.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { adviceMethods, type AdviseParams, type AdviseResult } from '../src/protocol/advice.ts';
import type { StatusParams } from '../src/protocol/messages.ts';
import type { SourceFile } from '../test/corpus/sources.ts';
import { installCorpus, workFolder, type Corpus } from './corpus.ts';
import { serverHeading, withSection } from './section.ts';

const engines = ['oxc', 'typescript'] as const;
const wantedFiles = 10_000;
const typed = "\nasync function addedByTheBenchmark(path) {\n  return require('node:fs').readFileSync(path);\n}\n";
const root = join(import.meta.dirname, '..');
const page = join(import.meta.dirname, 'RESULTS.md');

interface Edited {
  readonly file: SourceFile;
  /** The text before the first edit and after each. */
  readonly texts: readonly string[];
}

interface ServerFigures {
  readonly engine: string;
  readonly files: number;
  /** Seconds from the start of the process to the first answer, without and with a cache. */
  readonly first: readonly [number, number];
  readonly indexed: readonly [number, number];
  readonly megabytes: number;
  readonly edits: readonly number[];
  /** For each move of the cursor. */
  readonly moves: readonly number[];
}

const corpus = await installCorpus();
const { files, excluded } = selection(corpus);
const edited = editsIn(corpus, files);
const server: ServerFigures[] = [];
for (const engine of engines.filter((one) => process.argv.length < 3 || process.argv.includes(one))) {
  server.push(await measureServer(engine));
}
const eslint = measureEslint();
const section = render();
writeFileSync(page, withSection(readFileSync(page, 'utf8'), serverHeading, section));
console.log(section);

/** Whole packages until there are enough files; the others are excluded as a user would. */
function selection({ files: all }: Corpus): { files: readonly SourceFile[]; excluded: readonly string[] } {
  const byPackage = new Map<string, SourceFile[]>();
  for (const file of all) {
    const [, name = ''] = /^packages\/((?:@[^/]+\/)?[^/]+)/.exec(file.path) ?? [];
    byPackage.set(name, [...(byPackage.get(name) ?? []), file]);
  }
  const taken: SourceFile[] = [];
  const left: string[] = [];
  for (const [name, part] of byPackage) {
    if (taken.length < wantedFiles) taken.push(...part);
    else left.push(`/packages/${name}/`);
  }
  return { files: taken, excluded: left };
}

/** Types a function into the middle of a file of 1,000 lines, one character after the other. */
function editsIn({ root: base }: Corpus, among: readonly SourceFile[]): Edited {
  const [file] = [...among]
    .filter(({ path }) => path.endsWith('.ts') || path.endsWith('.js'))
    .sort((a, b) => Math.abs(a.lines - 1000) - Math.abs(b.lines - 1000) || (a.path < b.path ? -1 : 1));
  if (!file) throw new Error('no file to edit');
  const text = readFileSync(join(base, file.path), 'utf8');
  const texts = Array.from({ length: typed.length + 1 }, (_, count) => text + typed.slice(0, count));
  return { file, texts };
}

async function measureServer(engine: 'oxc' | 'typescript'): Promise<ServerFigures> {
  const cacheFolder = join(workFolder, `server-cache-${engine}`);
  rmSync(cacheFolder, { recursive: true, force: true });
  const cold = await session(engine, cacheFolder, 0);
  const warm = await session(engine, cacheFolder, 1);
  return {
    engine,
    files: files.length,
    first: [cold.first, warm.first],
    indexed: [cold.indexed, warm.indexed],
    megabytes: warm.megabytes,
    edits: warm.edits,
    moves: warm.moves,
  };
}

interface Session {
  readonly first: number;
  readonly indexed: number;
  readonly megabytes: number;
  readonly edits: readonly number[];
  readonly moves: readonly number[];
}

async function session(engine: string, cacheFolder: string, rounds: number): Promise<Session> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const ready = new Promise<void>((resolve) => {
    connection.onNotification('loopwise/status', ({ state }: StatusParams) => {
      if (state === 'ready') resolve();
    });
  });
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await initialize(connection, engine, cacheFolder);
  const uri = pathToFileURL(join(corpus.root, edited.file.path)).href;
  const textDocument = { uri, languageId: 'typescript', version: 1, text: edited.texts[0] };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await diagnostics(connection, uri);
  const first = seconds();
  await ready;
  // Whatever the index still does after it is ready is no part of the edits.
  await connection.sendRequest('loopwise/audit', {});
  const indexed = seconds();
  const megabytes = residentMegabytes(child.pid!);
  const edits = rounds === 0 ? [] : await type(connection, child.pid!, uri);
  const moves = rounds === 0 ? [] : await move(connection, child.pid!, uri);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return { first, indexed, megabytes, edits, moves };
}

async function initialize(connection: ProtocolConnection, engine: string, cacheFolder: string): Promise<void> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(corpus.root).href,
    workspaceFolders: [{ uri: pathToFileURL(corpus.root).href, name: 'corpus' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: { engine, cacheFolder, delay: 0, status: true, settings: { exclude: excluded } },
  });
  await connection.sendNotification('initialized', {});
}

function diagnostics(connection: ProtocolConnection, uri: string): Promise<DocumentDiagnosticReport> {
  return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
}

/** Milliseconds of processor time from each edit to the answer for the new text. */
async function type(connection: ProtocolConnection, pid: number, uri: string): Promise<readonly number[]> {
  const times: number[] = [];
  const lines = edited.texts[0]!.split('\n');
  let place = { line: lines.length - 1, character: lines.at(-1)!.length };
  let items = 0;
  for (const [index, text] of typed.split('').entries()) {
    const before = processorMilliseconds(pid);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range: { start: place, end: place }, text }],
    });
    const report = await diagnostics(connection, uri);
    times.push(processorMilliseconds(pid) - before);
    if (report.kind === 'full') items = report.items.length;
    place = text === '\n' ? { line: place.line + 1, character: 0 } : { ...place, character: place.character + 1 };
  }
  if (items === 0) throw new Error('the function that was typed blocks, and nothing was said of it');
  return times;
}

/** Milliseconds of processor time for the advice on the function at every tenth line, top to bottom and then again. */
async function move(connection: ProtocolConnection, pid: number, uri: string): Promise<readonly number[]> {
  const times: number[] = [];
  const lines = edited.texts[0]!.split('\n').length;
  for (let line = 0; line < 2 * lines; line += 10) {
    const before = processorMilliseconds(pid);
    const params: AdviseParams = { uri, position: { line: line % lines, character: 4 } };
    const result = await connection.sendRequest<AdviseResult>(adviceMethods.advise, params);
    times.push(processorMilliseconds(pid) - before);
    if (!('advice' in result)) throw new Error(`no advice in line ${line}: ${result.missing}`);
  }
  return times;
}

function processorMilliseconds(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.reduce((sum, task) => sum + nanoseconds(`/proc/${pid}/task/${task}/schedstat`), 0) / 1e6;
}

function nanoseconds(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ', 1)[0]);
  } catch {
    return 0;
  }
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

function measureEslint(): readonly number[] {
  mkdirSync(workFolder, { recursive: true });
  const input = join(workFolder, 'eslint-edits.json');
  writeFileSync(input, JSON.stringify({ file: join(corpus.root, edited.file.path), texts: edited.texts.slice(1) }));
  const script = join(import.meta.dirname, 'peers/eslint-edits.mjs');
  const printed = execFileSync(process.execPath, [script, input], { encoding: 'utf8', maxBuffer: 1e8 });
  const { times, messages } = JSON.parse(printed) as { times: number[]; messages: number };
  if (messages === 0) throw new Error('ESLint said nothing of the call that was typed');
  return times;
}

function render(): string {
  const rows = server.map(({ engine, first, indexed, megabytes, edits }) => {
    const [cold, warm] = first.map((seconds) => seconds.toFixed(2));
    const [coldIndex, warmIndex] = indexed.map((seconds) => seconds.toFixed(1));
    return `| loopwise server, ${engine} | ${share(edits, 0.5)} | ${share(edits, 0.95)} | ${share(edits, 1)} | ${cold} / ${warm} | ${coldIndex} / ${warmIndex} | ${megabytes.toFixed(0)} |`;
  });
  const { path, lines } = edited.file;
  return `${serverHeading}

A real server process on ${files.length.toLocaleString('en-US')} files; ${typed.length} characters are typed one by one at the end of a file of
${lines} lines (\`${path.replace('packages/', '')}\`), and after each the diagnostics are asked for. Milliseconds are processor
time of the whole process from the edit to its answer. Seconds are from the start of the process, without / with a
cache: to the first diagnostics of that file, and to the end of the index. Written by \`npm run bench:server\`.

| run | median ms | p95 ms | highest ms | first diagnostics s | indexed s | MB after the index |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
| ESLint API, warm, \`n/no-sync\`, the file alone | ${share(eslint, 0.5)} | ${share(eslint, 0.95)} | ${share(eslint, 1)} | | | |

The panel of advice asks at every move of the cursor what fits the function there: ${server[0]?.moves.length ?? 0} moves through the same file, in
milliseconds of processor time. The goal is 50.

| run | median ms | p95 ms | highest ms |
| --- | --- | --- | --- |
${server.map(({ engine, moves }) => `| loopwise server, ${engine} | ${share(moves, 0.5)} | ${share(moves, 0.95)} | ${share(moves, 1)} |`).join('\n')}`;
}

function share(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN).toFixed(1);
}
