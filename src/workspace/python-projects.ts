import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TomlTable } from 'smol-toml';
import { mapLimited } from './map-limited.ts';
import { folderOf, joinInside, toAbsolute } from './paths.ts';

/** Files that make a folder a Python project. */
export const pythonManifests: ReadonlySet<string> = new Set([
  'pyproject.toml',
  'setup.cfg',
  'setup.py',
  'requirements.txt',
]);

/** What the manifests of a folder say, as far as the analysis cares. */
export interface PythonProject {
  /** Names of packages, in lower case and with `-`. */
  readonly dependencies: ReadonlySet<string>;
  /** The oldest version of the language that it runs on: `3.11`. */
  readonly oldest: string | undefined;
  /** Folders that hold its packages: relative to the workspace's root. */
  readonly roots: readonly string[];
}

/** Reads the manifests of these folders. One that is broken says nothing. */
export async function readPythonProjects(
  root: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, PythonProject>> {
  const projects = await mapLimited(folders, async (folder) => [folder, await readProject(root, folder)] as const);
  return new Map(projects);
}

/** The project that a file belongs to: the nearest folder at or above it that is one. */
export function pythonProjectOf(projects: ReadonlyMap<string, PythonProject>, file: string): PythonProject | undefined {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const project = projects.get(folder);
    if (project !== undefined || folder === '') return project;
  }
}

async function readProject(root: string, folder: string): Promise<PythonProject> {
  const read = (name: string): Promise<string> =>
    readFile(join(toAbsolute(root, folder), name), 'utf8').catch(() => '');
  const [toml, cfg, requirements] = [
    await read('pyproject.toml'),
    await read('setup.cfg'),
    await read('requirements.txt'),
  ];
  const manifest = toml === '' ? {} : await parseToml(toml);
  const options = cfg === '' ? new Map<string, string>() : optionsOf(cfg);
  const wanted = [...dependenciesIn(manifest), ...(options.get('install_requires') ?? '').split('\n')];
  const roots = [...rootsIn(manifest), ...rootsOf(options)].flatMap((path) => joinInside(folder, path) ?? []);
  return {
    dependencies: new Set([...wanted, ...requirements.split('\n')].map(nameOf).filter((name) => name !== '')),
    oldest: oldestOf(manifest, options),
    roots: [folder, joinInside(folder, 'src') ?? 'src', ...roots],
  };
}

/** Few workspaces have such files, so the parser is loaded for those. */
async function parseToml(text: string): Promise<TomlTable> {
  const { parse } = await import('smol-toml');
  try {
    return parse(text);
  } catch {
    return {};
  }
}

/** `Flask-SQLAlchemy[async]>=3 ; python_version > "3"` is `flask-sqlalchemy`. */
function nameOf(requirement: string): string {
  return (/^\s*([A-Za-z\d][\w.-]*)/.exec(requirement)?.[1] ?? '').toLowerCase().replace(/[-_.]+/g, '-');
}

function tableAt(table: TomlTable, ...path: readonly string[]): TomlTable {
  let current = table;
  for (const name of path) {
    const inner = current[name];
    if (typeof inner !== 'object' || Array.isArray(inner) || inner instanceof Date) return {};
    current = inner;
  }
  return current;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** `>=3.10,<4` and `^3.10` begin with 3.10. */
function oldestOf(manifest: TomlTable, options: ReadonlyMap<string, string>): string | undefined {
  const wanted = [
    tableAt(manifest, 'project')['requires-python'],
    tableAt(manifest, 'tool', 'poetry', 'dependencies')['python'],
    options.get('python_requires'),
  ].find((text) => typeof text === 'string');
  return /(?:>=|\^|~=|==|~)\s*(\d+\.\d+)/.exec(wanted ?? '')?.[1];
}

/** By the standard, by dependency groups, and as Poetry has them. */
function dependenciesIn(manifest: TomlTable): string[] {
  const poetry = tableAt(manifest, 'tool', 'poetry');
  const groups = Object.keys(tableAt(poetry, 'group')).map((name) => tableAt(poetry, 'group', name, 'dependencies'));
  return [
    ...texts(tableAt(manifest, 'project')['dependencies']),
    ...Object.values(tableAt(manifest, 'project', 'optional-dependencies')).flatMap(texts),
    ...Object.values(tableAt(manifest, 'dependency-groups')).flatMap(texts),
    ...[tableAt(poetry, 'dependencies'), ...groups].flatMap((table) => Object.keys(table)),
  ];
}

/** Where setuptools, Poetry, Hatch and type checkers are told that packages are. */
function rootsIn(manifest: TomlTable): string[] {
  const setuptools = tableAt(manifest, 'tool', 'setuptools');
  const packages = tableAt(manifest, 'tool', 'poetry')['packages'];
  const from = Array.isArray(packages) ? packages.map((item) => tableAt({ item }, 'item')['from']) : [];
  return [
    ...texts(tableAt(setuptools, 'packages', 'find')['where']),
    ...Object.values(tableAt(setuptools, 'package-dir')),
    ...from,
    ...texts(tableAt(manifest, 'tool', 'pyright')['extraPaths']),
    ...texts(tableAt(manifest, 'tool', 'pytest', 'ini_options')['pythonpath']),
  ].filter((path) => typeof path === 'string');
}

/** The options of an INI file by their names, whatever section they are in. */
function optionsOf(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^([\w.-]+)[ \t]*=[ \t]*(.*(?:\n[ \t]+.*)*)/gm)) {
    options.set(name, value.trim());
  }
  return options;
}

function rootsOf(options: ReadonlyMap<string, string>): string[] {
  const directory = /^=\s*(\S+)/m.exec(options.get('package_dir') ?? '')?.[1];
  return [directory, options.get('where')].filter((path) => path !== undefined && path !== '') as string[];
}
