/** Compares Loopwise with Ruff's rules on blocking calls in coroutines, on the Python packages of test/corpus, and writes docs/ruff-comparison.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { format, resolveConfig } from 'prettier';
import type { Finding } from '../src/model/finding.ts';
import { installPythonCorpus, type PythonPackage } from '../test/corpus/python-install.ts';
import { auditFolder } from '../test/support/analyse.ts';

interface Row {
  readonly name: string;
  readonly megabytes: number;
  readonly ruff: readonly string[];
  readonly ours: readonly Finding[];
  /** In milliseconds, the median of some runs. */
  readonly ruffTime: number;
  readonly ourTime: number;
}

const page = 'docs/ruff-comparison.md';
const RUNS = 3;

/** The rules of flake8-async that speak of blocking calls, and those that are in preview. */
const linter = new Workspace(
  {
    preview: true,
    lint: { preview: true, select: ['ASYNC210', 'ASYNC212', 'ASYNC22', 'ASYNC23', 'ASYNC24', 'ASYNC25'] },
  },
  PositionEncoding.Utf16,
);

interface Diagnostic {
  readonly code: string | null;
  readonly start_location: { readonly row: number };
}

function sourcesOf({ folder }: PythonPackage): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  return new Map(files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]));
}

function ruffReports(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, text]) => {
    const found = linter.check(text) as Diagnostic[];
    return found.filter(({ code }) => code?.includes('async')).map((one) => `${file}:${one.start_location.row}`);
  });
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly time: number }> {
  const times: number[] = [];
  let result = await work();
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
  }
  return { result, time: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 };
}

async function compare(one: PythonPackage): Promise<Row> {
  const sources = sourcesOf(one);
  const bytes = [...sources.values()].reduce((sum, text) => sum + text.length, 0);
  const ruff = await timed(() => ruffReports(sources));
  const ours = await timed(() => auditFolder(one.folder));
  return {
    name: one.name,
    megabytes: bytes / 1e6,
    ruff: ruff.result,
    ours: ours.result.findings.filter(({ severity }) => severity !== 'hint'),
    ruffTime: ruff.time,
    ourTime: ours.time,
  };
}

function placeOf({ file, range }: Finding): string {
  return `${file}:${range[0] + 1}`;
}

interface Counts {
  readonly both: number;
  readonly onlyRuff: readonly string[];
  readonly direct: number;
  readonly deep: number;
}

function countsOf({ ruff, ours }: Row): Counts {
  const found = new Map(ours.map((finding) => [placeOf(finding), finding]));
  const onlyOurs = ours.filter((finding) => !ruff.includes(placeOf(finding)));
  return {
    both: ruff.filter((place) => found.has(place)).length,
    onlyRuff: ruff.filter((place) => !found.has(place)),
    direct: onlyOurs.filter(({ path }) => path.length < 2).length,
    deep: onlyOurs.filter(({ path }) => path.length > 1).length,
  };
}

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { both, onlyRuff, direct, deep } = countsOf(row);
    const times = `${Math.round(row.ruffTime)} | ${Math.round(row.ourTime)}`;
    return `| ${row.name} | ${row.megabytes.toFixed(1)} | ${both} | ${onlyRuff.length} | ${direct} | ${deep} | ${times} |`;
  });
  const head =
    '| Package | MB | Both | Only Ruff | Only Loopwise, in the coroutine | Only Loopwise, through calls | Ruff, ms | Loopwise, ms |';
  return [head, '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |', ...lines].join('\n');
}

function sum(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function render(rows: readonly Row[]): string {
  const lists = rows.flatMap((row) => countsOf(row).onlyRuff.map((place) => `- ${row.name}: \`${place}\``));
  const deep = sum(rows, (row) => countsOf(row).deep);
  const direct = sum(rows, (row) => countsOf(row).direct);
  const both = sum(rows, (row) => countsOf(row).both);
  const time = sum(rows, ({ ourTime }) => ourTime) / sum(rows, ({ ruffTime }) => ruffTime);
  return `# Beside Ruff

What Loopwise and Ruff ${Workspace.version()} (its WASM build, rules \`ASYNC210\` to \`ASYNC251\`, preview on) report in Debian's
asyncio packages and the standard library, as \`test/corpus\` lays them out. \`npm run compare:ruff\` writes this page. Places are
the same if file and line are. Times are those of one thread in one process, the median of ${RUNS} runs after one that does not
count; those of Loopwise hold the linking of the whole project.

${table(rows)}

Both report ${both} places. Loopwise alone reports ${direct} in the coroutine itself: APIs that Ruff does not know, and receivers that
have to be followed. ${deep} more are reached through calls, which Ruff does not follow. Loopwise takes ${time.toFixed(1)} times as long.

How many of the reports of Loopwise are right: \`docs/accuracy.md\`.

## What only Ruff reports

${lists.join('\n')}
`;
}

const rows: Row[] = [];
for (const one of await installPythonCorpus()) rows.push(await compare(one));
const text = render(rows);
writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
