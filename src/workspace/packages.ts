import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { mapLimited } from './map-limited.ts';
import { folderOf, joinInside, toAbsolute } from './paths.ts';
import { sourceOf, type FileSet } from './source-of.ts';

/** What a package.json says, as far as the analysis cares. */
export interface PackageInfo {
  /** Relative to the root, with `/`; the root itself is ``. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Code outside the repository may depend on it. A manifest without a name cannot be published. */
  readonly isLibrary: boolean;
  /** Every kind of dependency, with its range. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** Source files behind `bin`: run from a shell. */
  readonly scripts: ReadonlySet<string>;
  /** Source files that its `scripts` run now and then. */
  readonly tasks: ReadonlySet<string>;
  /** Source files behind `main`, `module` and `exports`: what they export is public. */
  readonly entryPoints: ReadonlySet<string>;
  readonly declaresWorkspaces: boolean;
  readonly manifest: Manifest;
}

/** Any of it can be anything: it is read from outside. */
export type Manifest = Readonly<Record<string, unknown>>;

/**
 * Reads the package.json files of these folders. One that is broken says nothing. Scripts behind `bin` that have no
 * extension are added to the files.
 */
export async function readPackages(
  root: string,
  folders: readonly string[],
  files: Set<string>,
): Promise<Map<string, PackageInfo>> {
  const above = new Set(folders.flatMap(foldersAbove));
  const infos = await mapLimited(folders, (folder) => readPackage(root, folder, files, above.has(folder)));
  return new Map(infos.filter((info) => info !== undefined).map((info) => [info.folder, info]));
}

async function readPackage(
  root: string,
  folder: string,
  files: Set<string>,
  hasPackagesBelow: boolean,
): Promise<PackageInfo | undefined> {
  const absolute = toAbsolute(root, folder);
  const manifest = asRecord(await readJson(join(absolute, 'package.json')));
  if (manifest === undefined) return undefined;
  const pnpm = hasPackagesBelow ? await readText(join(absolute, 'pnpm-workspace.yaml')) : undefined;
  const { name, version } = manifest;
  for (const script of await plainScripts(root, folder, manifest['bin'])) files.add(script);
  return {
    folder,
    name: typeof name === 'string' && name !== '' ? name : undefined,
    version: typeof version === 'string' ? version : undefined,
    isLibrary: manifest['private'] !== true && typeof name === 'string' && !isProgram(manifest, name),
    dependencies: dependenciesOf(manifest),
    scripts: sourcesOf(folder, [manifest['bin']], files),
    tasks: sourcesOf(folder, runByHand(manifest), files),
    entryPoints: sourcesOf(folder, [manifest['main'], manifest['module'], manifest['exports']], files),
    declaresWorkspaces: manifest['workspaces'] !== undefined || pnpm !== undefined,
    manifest,
  };
}

/** Scripts by whose names what they run stays (a server, say), or is tried. */
const STAYING =
  /start|serve|dev|watch|prod|preview|debug|daemon|worker|queue|bot|run|up|main|electron|cluster|test|e2e|cypress|^cy\b/i;
/** What Node.js and its like are told to run, behind options of their own. */
const RUN =
  /\b(?:node|tsx|ts-node|babel-node|bun(?: run)?)\s+(?:-(?:r|-require|-import|-loader)\s+\S+\s+|-\S+\s+)*([\w./-]+\.[cm]?[jt]s)\b/g;

/** The files that scripts of the manifest run now and then, and no others: `"reset-password": "node extra/reset-password.js"`. */
function runByHand(manifest: Manifest): string[] {
  const byHand = new Set<string>();
  const staying = new Set<string>();
  for (const [name, command] of Object.entries(asRecord(manifest['scripts']) ?? {})) {
    if (typeof command !== 'string') continue;
    const files = STAYING.test(name) ? staying : byHand;
    for (const [, path = ''] of command.matchAll(RUN)) files.add(posix.normalize(path));
  }
  return [...byHand].filter((path) => !staying.has(path));
}

/** Whether it is meant for a shell, whatever its `main` says: it is called `…-cli`. */
function isProgram({ bin }: Manifest, name: string): boolean {
  return bin !== undefined && /(?:^|[-/])cli$/.test(name);
}

/** Programs for Node.js that only their first line shows to be such: `bin/www`. */
async function plainScripts(root: string, folder: string, bin: unknown): Promise<string[]> {
  const targets = typeof bin === 'string' ? [bin] : Object.values(asRecord(bin) ?? {});
  const scripts: string[] = [];
  for (const target of targets) {
    const path = typeof target === 'string' && !/\.\w+$/.test(target) ? joinInside(folder, target) : undefined;
    if (path === undefined) continue;
    const text = await readText(toAbsolute(root, path));
    if (text !== undefined && /^#!.*\bnode\b/.test(text)) scripts.push(path);
  }
  return scripts;
}

function foldersAbove(folder: string): string[] {
  return folder === '' ? [] : [folderOf(folder), ...foldersAbove(folderOf(folder))];
}

/** The package that a file belongs to: the nearest folder at or above it that has a manifest. */
export function packageOf(packages: ReadonlyMap<string, PackageInfo>, file: string): PackageInfo | undefined {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const info = packages.get(folder);
    if (info !== undefined || folder === '') return info;
  }
}

export function asRecord(value: unknown): Manifest | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Manifest) : undefined;
}

function dependenciesOf(manifest: Manifest): Map<string, string> {
  const all = new Map<string, string>();
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    for (const [name, range] of Object.entries(asRecord(manifest[field]) ?? {})) {
      if (!all.has(name)) all.set(name, String(range));
    }
  }
  return all;
}

/** All strings in these fields that name source files of the package. Patterns (`./*`) are left out. */
function sourcesOf(folder: string, fields: readonly unknown[], files: FileSet): Set<string> {
  const sources = new Set<string>();
  const visit = (field: unknown, depth: number): void => {
    if (typeof field === 'string') {
      const target = joinInside(folder, field);
      const source = target === undefined ? undefined : sourceOf(files, folder, target);
      if (source !== undefined) sources.add(source);
    } else if (typeof field === 'object' && field !== null && depth < 8) {
      for (const value of Object.values(field)) visit(value, depth + 1);
    }
  };
  for (const field of fields) visit(field, 0);
  return sources;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
