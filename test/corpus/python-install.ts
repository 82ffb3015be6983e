/**
 * Lays out the corpus of Python packages in `test/corpus/packages/python`: sources of Debian's packages, fetched by
 * apt-get at pinned versions, unpacked by dpkg-deb, never installed or run.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface PinnedDeb {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** The folder of the package that holds the sources. */
  readonly root: string;
  /** The name of the project that it is a part of, if other packages are, too. */
  readonly as?: string;
}

export interface PythonPackage {
  readonly name: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Whether Debian still has the pinned versions: only then are the findings the reviewed ones. */
  readonly isPinned: boolean;
}

const here = import.meta.dirname;
const packages = join(here, 'packages', 'python');
const archive = join(packages, '.debs');

/** Whether the machine has Debian's packages. */
export function hasDebian(): boolean {
  return existsSync('/usr/bin/dpkg-deb') && existsSync('/usr/bin/apt-get');
}

export async function installPythonCorpus(): Promise<PythonPackage[]> {
  const { packages: pins } = JSON.parse(await readFile(join(here, 'python-packages.json'), 'utf8')) as {
    packages: PinnedDeb[];
  };
  const names = [...new Set(pins.map((pin) => pin.as ?? pin.name))];
  const installed: PythonPackage[] = [];
  for (const name of names) {
    const parts = pins.filter((pin) => (pin.as ?? pin.name) === name);
    const folder = join(packages, name);
    const debs: Fetched[] = [];
    for (const pin of parts) debs.push(await fetchDeb(pin));
    await layOut(folder, parts, debs);
    installed.push({ name, folder, isPinned: debs.every(({ isPinned }) => isPinned) });
  }
  return installed;
}

interface Fetched {
  readonly file: string;
  readonly sha256: string;
  readonly isPinned: boolean;
}

/** The pinned version where Debian still has it, else the one that took its place. */
async function fetchDeb(pin: PinnedDeb): Promise<Fetched> {
  await mkdir(archive, { recursive: true });
  const known = await fetchedDeb(pin);
  if (known) return known;
  for (const wanted of [`${pin.name}=${pin.version}`, pin.name]) {
    const isThere = await run('apt-get', ['download', wanted], { cwd: archive }).then(
      () => true,
      () => false,
    );
    const found = isThere ? await fetchedDeb(pin) : undefined;
    if (found) return found;
  }
  throw new Error(`apt-get has no ${pin.name}: run \`apt-get update\``);
}

async function fetchedDeb({ name, sha256: pinned }: PinnedDeb): Promise<Fetched | undefined> {
  const files = (await readdir(archive)).filter((file) => file.startsWith(`${name}_`));
  const found: Fetched[] = [];
  for (const file of files) {
    const sha256 = createHash('sha256')
      .update(await readFile(join(archive, file)))
      .digest('hex');
    found.push({ file: join(archive, file), sha256, isPinned: sha256 === pinned });
  }
  return found.find(({ isPinned }) => isPinned) ?? found[0];
}

/** The record of what was laid out is written last, so a broken-off one is done again. */
async function layOut(folder: string, pins: readonly PinnedDeb[], debs: readonly Fetched[]): Promise<void> {
  const record = join(folder, '.record.json');
  const state = JSON.stringify(debs.map(({ sha256 }) => sha256));
  if (existsSync(record) && (await readFile(record, 'utf8')) === state) return;
  await rm(folder, { recursive: true, force: true });
  const unpacked = `${folder}.unpacked`;
  for (const [index, { file }] of debs.entries()) {
    await rm(unpacked, { recursive: true, force: true });
    await run('dpkg-deb', ['-x', file, unpacked]);
    await cp(join(unpacked, pins[index]?.root ?? ''), folder, { recursive: true, dereference: true, filter: isSource });
  }
  await rm(unpacked, { recursive: true, force: true });
  await writeFile(record, state);
}

/** Neither tests nor tools that are no part of the library, nor what links out of the package. */
function isSource(path: string): boolean {
  return !/\/(?:tests?|idlelib|lib2to3)$|\/python3\.\d+\/dist-packages$|_sysconfigdata/.test(path);
}
