import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { hasSource, isCompiled } from './compiled.ts';
import type { DiscoverOptions } from './discover.ts';
import { enterFolder, fileKind, isForeignFolder, isSourceFile, rootFolder, type PathKind } from './file-kinds.ts';
import { addIgnoreFile, addPatterns, isIgnored, outerIgnoreRules } from './gitignore.ts';

const byKind: Readonly<Record<Exclude<PathKind, 'product'>, string>> = {
  tests: 'It belongs to the tests, which "includeTests" takes in.',
  tooling: 'It belongs to the tooling of the project, which "includeTooling" takes in.',
  output: 'By its name or its folder it is what a build writes.',
};

/** Why a file below the root is not among those that are analysed, in a sentence. Undefined: nothing speaks against it. */
export async function whyLeftOut(root: string, path: string, options: DiscoverOptions): Promise<string | undefined> {
  if (!isSourceFile(basename(path))) return 'It holds no code in JavaScript, TypeScript or Python.';
  const { paths, includeTests, includeTooling } = options;
  const exclude = options.exclude && addPatterns(undefined, options.exclude.folder, options.exclude.patterns);
  const isTakenIn = (kind: PathKind): boolean =>
    kind === 'product' ||
    (kind === 'tests' && includeTests === true) ||
    (kind === 'tooling' && includeTooling === true);
  let rules = await outerIgnoreRules(root);
  let state = rootFolder;
  for (const at of foldersTo(root, path)) {
    if (at !== root) {
      if (isForeignFolder(basename(at))) return 'It belongs to an installed package.';
      state = enterFolder(state, basename(at));
    }
    rules = await addIgnoreFile(rules, at, join(at, '.gitignore'));
    const next = below(at, path);
    const isFolder = next !== path;
    const kind = isFolder ? state.kind : fileKind(state, basename(path));
    if (kind !== 'product' && !isTakenIn(kind)) return byKind[kind];
    if (isIgnored(exclude, next, isFolder)) return '"exclude" in the configuration or in the settings names it.';
    if (isIgnored(rules, next, isFolder)) return 'A .gitignore names it.';
  }
  if (hasSource(await besides(path), basename(path)) && (await isCompiled(path)))
    return 'A compiler made it of the TypeScript beside it.';
  return paths?.length ? '"include" in the configuration does not name it.' : undefined;
}

async function besides(path: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(dirname(path)).catch(() => []));
}

/** The root, and the folders on the way from there. */
function foldersTo(root: string, path: string): readonly string[] {
  const way = relative(root, dirname(path)).split(sep).filter(Boolean);
  return [root, ...way.map((_, index) => join(root, ...way.slice(0, index + 1)))];
}

/** What of a path lies in a folder above it. */
function below(folder: string, path: string): string {
  return join(folder, relative(folder, path).split(sep)[0] ?? '');
}
