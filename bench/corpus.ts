/** The pinned corpus as one big repository: `bench/.corpus/repo/packages/<name>`, the same files for every tool. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fetchTarball, unpack, type PinnedPackage } from '../test/corpus/pinned.ts';
import { layOut, type SourceFile } from '../test/corpus/sources.ts';

export interface Corpus {
  /** Absolute path of the repository that the tools look at. */
  readonly root: string;
  readonly packages: number;
  /** Paths relative to `root`. */
  readonly files: readonly SourceFile[];
}

const here = import.meta.dirname;
const base = join(here, '.corpus');
const root = join(base, 'repo');

/** Where the bench keeps what it makes besides the corpus. */
export const workFolder = join(base, 'work');

/** Folders that some tools look into and some leave out are left out for all. */
const disputed = ['**/{scripts,script,tools,tooling,perf}/**'];

/** The corpus, fetched and laid out unless this pinned selection already is. */
export async function installCorpus(): Promise<Corpus> {
  const pinned = await readFile(join(here, 'corpus.json'), 'utf8');
  const { packages } = JSON.parse(pinned) as { packages: PinnedPackage[] };
  const layout = await readFile(join(here, '../test/corpus/sources.ts'), 'utf8');
  const state = createHash('sha256').update(pinned).update(layout).digest('hex');
  const record = join(base, 'manifest.json');
  if (existsSync(record) && existsSync(join(root, 'package.json'))) {
    const last = JSON.parse(await readFile(record, 'utf8')) as { state: string; files: SourceFile[] };
    if (last.state === state) return { root, packages: packages.length, files: last.files };
  }
  const files = await layOutAll(packages);
  await writeFile(record, JSON.stringify({ state, files }));
  return { root, packages: packages.length, files };
}

async function layOutAll(packages: readonly PinnedPackage[]): Promise<SourceFile[]> {
  await rm(root, { recursive: true, force: true });
  const files: SourceFile[] = [];
  for (const pin of packages) {
    const unpacked = join(base, 'unpacked', pin.name);
    await rm(unpacked, { recursive: true, force: true });
    await unpack(await fetchTarball(pin, join(base, 'tarballs')), unpacked);
    const selected = { ...pin, skip: [...(pin.skip ?? []), ...disputed] };
    const laidOut = await layOut(selected, unpacked, join(root, 'packages'));
    if (laidOut.length === 0) throw new Error(`${pin.name}@${pin.version} holds no sources`);
    files.push(...laidOut.map((file) => ({ ...file, path: `packages/${file.path}` })));
    await rm(unpacked, { recursive: true, force: true });
    await link(pin.name);
  }
  await rm(join(base, 'unpacked'), { recursive: true, force: true });
  await makeRepository();
  return files;
}

/** What a workspace installation does: the packages of the repository find each other in `node_modules`. */
async function link(name: string): Promise<void> {
  const from = join(root, 'node_modules', name);
  await mkdir(dirname(from), { recursive: true });
  await symlink(join(root, 'packages', name), from, 'junction');
}

/** A repository of its own: the ignore files above it do not reach in. */
async function makeRepository(): Promise<void> {
  const manifest = { name: 'bench-corpus', private: true, workspaces: ['packages/*', 'packages/@*/*'] };
  await writeFile(join(root, 'package.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(root, '.gitignore'), 'node_modules/\n');
  execFileSync('git', ['init', '--quiet'], { cwd: root, stdio: 'ignore' });
}

/** One line that says what the corpus is. */
export function describeCorpus({ packages, files }: Corpus): string {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6;
  const typed = files.filter((file) => /\.[cm]?tsx?$/.test(file.path)).length;
  return (
    `${packages} packages, ${files.length.toLocaleString('en')} files (${typed.toLocaleString('en')} TypeScript), ` +
    `${lines.toLocaleString('en')} lines, ${megabytes.toFixed(1)} MB`
  );
}
