import { exportTargets } from './package-exports.ts';
import type { PackageInfo } from './packages.ts';
import { folderOf, joinInside } from './paths.ts';
import { fileAt, sourceOf, type FileSet } from './source-of.ts';

const localProtocol = /^(?:workspace|file|link|portal):/;

/** The source file that a bare specifier means for an importing package, if it names a package of the repository. */
export type WorkspacePackages = (importer: PackageInfo | undefined, specifier: string) => string | undefined;

/** Knows the packages by their names, so that nothing has to be installed or built. */
export function createWorkspacePackages(packages: ReadonlyMap<string, PackageInfo>, files: FileSet): WorkspacePackages {
  const byName = new Map<string, PackageInfo[]>();
  for (const info of packages.values()) {
    if (info.name !== undefined) byName.set(info.name, [...(byName.get(info.name) ?? []), info]);
  }
  const rootOf = (info: PackageInfo): PackageInfo | undefined => workspaceRoot(packages, info);
  return (importer, specifier) => {
    const name = packageName(specifier);
    const candidates = byName.get(name);
    if (candidates === undefined) return undefined;
    const target = candidates.find((candidate) => isLinked(importer, candidate, rootOf));
    return target && sourceOfSubpath(target, specifier.slice(name.length + 1), files);
  };
}

/**
 * Whether a package manager would link `target` for the importer instead of installing the package of that name from a
 * registry: a repository may contain an example or a fork that has the name of a well-known library.
 */
function isLinked(
  importer: PackageInfo | undefined,
  target: PackageInfo,
  rootOf: (info: PackageInfo) => PackageInfo | undefined,
): boolean {
  if (importer === undefined || importer === target) return true;
  const range = importer.dependencies.get(target.name ?? '');
  if (range !== undefined && localProtocol.test(range)) return true;
  const root = rootOf(importer);
  if (root !== rootOf(target)) return false;
  if (range === undefined) return true;
  return root !== undefined && sameMajor(range, target.version);
}

function sameMajor(range: string, version: string | undefined): boolean {
  const wanted = /\d+/.exec(range)?.[0];
  const offered = /\d+/.exec(version ?? '')?.[0];
  return wanted === undefined || offered === undefined || wanted === offered;
}

/** The nearest package at or above that declares workspaces. */
function workspaceRoot(packages: ReadonlyMap<string, PackageInfo>, info: PackageInfo): PackageInfo | undefined {
  for (let folder = info.folder; ; folder = folderOf(folder)) {
    const found = packages.get(folder);
    if (found?.declaresWorkspaces) return found;
    if (folder === '') return undefined;
  }
}

function sourceOfSubpath(info: PackageInfo, subpath: string, files: FileSet): string | undefined {
  const { manifest, folder } = info;
  const exported = exportTargets(manifest, subpath === '' ? '.' : `./${subpath}`);
  const fields = subpath === '' ? [manifest['source'], manifest['module'], manifest['main'], manifest['types']] : [];
  for (const target of [...exported, ...fields]) {
    const path = typeof target === 'string' ? joinInside(folder, target) : undefined;
    const source = path === undefined ? undefined : sourceOf(files, folder, path);
    if (source !== undefined) return source;
  }
  for (const guess of [subpath, `src/${subpath}`]) {
    const path = joinInside(folder, guess);
    const source = path === undefined ? undefined : fileAt(files, path, true);
    if (source !== undefined) return source;
  }
  return undefined;
}

function packageName(specifier: string): string {
  const end = specifier.startsWith('@') ? specifier.indexOf('/', specifier.indexOf('/') + 1) : specifier.indexOf('/');
  return end < 0 ? specifier : specifier.slice(0, end);
}
