/**
 * Lays out the judged corpus in `test/corpus/packages`: real servers at pinned versions, sources only.
 * The corpus test calls `installCorpus`; run as a script it also prints what is there.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchTarball, unpack, type PinnedPackage } from './pinned.ts';
import { layOut, type SourceFile } from './sources.ts';

export interface CorpusPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path of the package's folder. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

const here = import.meta.dirname;
const packagesFolder = join(here, 'packages');

/** The packages of the corpus, fetched and laid out unless they already are. */
export async function installCorpus(): Promise<CorpusPackage[]> {
  const { packages } = JSON.parse(await readFile(join(here, 'packages.json'), 'utf8')) as { packages: PinnedPackage[] };
  const layout = await readFile(join(here, 'sources.ts'), 'utf8');
  const installed: CorpusPackage[] = [];
  for (const pin of packages) {
    const files = await installPackage(pin, layout);
    installed.push({ name: pin.name, version: pin.version, folder: join(packagesFolder, pin.name), files });
  }
  return installed;
}

/** The record of what was laid out is written last, so a broken-off installation is done again. */
async function installPackage(pin: PinnedPackage, layout: string): Promise<SourceFile[]> {
  const record = join(packagesFolder, '.records', `${pin.name.replace('/', '-')}.json`);
  const wanted = createHash('sha256').update(JSON.stringify(pin)).update(layout).digest('hex');
  if (existsSync(record)) {
    const { state, files } = JSON.parse(await readFile(record, 'utf8')) as { state: string; files: SourceFile[] };
    if (state === wanted) return files;
  }
  const unpacked = join(packagesFolder, '.unpacked', pin.name);
  await rm(unpacked, { recursive: true, force: true });
  await unpack(await fetchTarball(pin, join(packagesFolder, '.tarballs')), unpacked);
  const files = await layOut(pin, unpacked, packagesFolder);
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(join(packagesFolder, '.records'), { recursive: true });
  await writeFile(record, JSON.stringify({ state: wanted, files }));
  return files;
}

/** Calls whose name ends in `Sync`, as a plain text search counts them. */
async function syncCalls(one: CorpusPackage): Promise<number> {
  let count = 0;
  for (const { path } of one.files) {
    const text = await readFile(join(packagesFolder, path), 'utf8');
    count += text.match(/\b\w+Sync\s*\(/g)?.length ?? 0;
  }
  return count;
}

async function printCorpus(): Promise<void> {
  const totals = { files: 0, lines: 0, calls: 0 };
  for (const one of await installCorpus()) {
    const lines = one.files.reduce((sum, file) => sum + file.lines, 0);
    const calls = await syncCalls(one);
    process.stdout.write(`${`${one.name} ${one.version}`.padEnd(32)}${row(one.files.length, lines, calls)}\n`);
    totals.files += one.files.length;
    totals.lines += lines;
    totals.calls += calls;
  }
  process.stdout.write(`${'all'.padEnd(32)}${row(totals.files, totals.lines, totals.calls)}\n`);
}

function row(files: number, lines: number, calls: number): string {
  return `${String(files).padStart(6)} files ${String(lines).padStart(8)} lines ${String(calls).padStart(5)} …Sync( calls`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await printCorpus();
