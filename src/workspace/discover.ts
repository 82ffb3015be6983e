import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { SkippedFile } from '../model/report.ts';
import {
  fileKind,
  isSourceFile,
  kindOfFolder,
  kindOfPath,
  rootFolder,
  type LeftOutKind,
  type PathKind,
} from './file-kinds.ts';
import { hasSource, isCompiled } from './compiled.ts';
import { addPatterns, isIgnored, outerIgnoreRules, type IgnoreRules } from './gitignore.ts';
import { mapLimited } from './map-limited.ts';
import { toRelative } from './paths.ts';
import { pythonManifests } from './python-projects.ts';
import { walk, type Walk } from './walk.ts';

export interface DiscoverOptions {
  /** Files, folders or globs, relative to the root or absolute. None: the whole root. */
  readonly paths?: readonly string[];
  /** Patterns in the syntax of `.gitignore`, relative to the folder. */
  readonly exclude?: { readonly folder: string; readonly patterns: readonly string[] };
  readonly includeTests?: boolean;
  readonly includeTooling?: boolean;
}

export interface Discovery {
  /** Sorted, relative to the root, with `/`. */
  readonly files: readonly string[];
  /** Folders with a `package.json`, relative to the root; the root itself is ``. */
  readonly packageFolders: readonly string[];
  /** Folders with a manifest of Python. */
  readonly pythonFolders: readonly string[];
  /** Named files that are no source files, and folders that cannot be read. */
  readonly skipped: readonly SkippedFile[];
  /** Named paths that do not exist, and globs that match nothing. */
  readonly missing: readonly string[];
  /** Files and whole folders that were left out by default, by kind. */
  readonly leftOut: ReadonlyMap<LeftOutKind, readonly string[]>;
}

/** Finds the source files below the root, or behind the paths that are named. */
export async function discover(root: string, options: DiscoverOptions = {}): Promise<Discovery> {
  const found = new Discoverer(resolve(root), options);
  for (const path of options.paths?.length ? options.paths : ['.']) await found.add(path);
  await found.leaveOutCompiled();
  return found.result();
}

/** Lives for one discovery: several named paths may overlap. */
class Discoverer {
  readonly #root: string;
  readonly #options: DiscoverOptions;
  readonly #exclude: IgnoreRules | undefined;
  readonly #files = new Set<string>();
  readonly #named = new Set<string>();
  readonly #packages = new Set<string>();
  readonly #pythonProjects = new Set<string>();
  readonly #skipped: SkippedFile[] = [];
  readonly #missing: string[] = [];
  readonly #leftOut = new Map<LeftOutKind, string[]>();

  constructor(root: string, options: DiscoverOptions) {
    this.#root = root;
    this.#options = options;
    this.#exclude = options.exclude && addPatterns(undefined, options.exclude.folder, options.exclude.patterns);
  }

  async add(path: string): Promise<void> {
    const absolute = resolve(this.#root, path);
    const stats = await stat(absolute).catch(() => undefined);
    if (stats?.isDirectory()) await this.#addFolder(absolute, kindOfFolder(this.#relative(absolute)));
    else if (stats?.isFile()) this.#addNamedFile(absolute);
    else if (stats === undefined && picomatch.scan(path).isGlob) await this.#addGlob(path);
    else this.#missing.push(path);
    if (stats !== undefined) await this.#addPackagesAbove(absolute);
  }

  /** What is named may be a part of a package: `src`. */
  async #addPackagesAbove(path: string): Promise<void> {
    const folder = dirname(path);
    if (path === this.#root || !folder.startsWith(this.#root)) return;
    const manifest = await stat(join(folder, 'package.json')).catch(() => undefined);
    if (manifest?.isFile()) this.#packages.add(this.#relative(folder));
    for (const name of pythonManifests) {
      const python = await stat(join(folder, name)).catch(() => undefined);
      if (python?.isFile()) this.#pythonProjects.add(this.#relative(folder));
    }
    await this.#addPackagesAbove(folder);
  }

  async leaveOutCompiled(): Promise<void> {
    const doubtful = [...this.#files].filter((file) => hasSource(this.#files, file) && !this.#named.has(file));
    await mapLimited(doubtful, async (file) => {
      if (await isCompiled(join(this.#root, file))) this.#files.delete(file);
    });
    for (const file of doubtful) if (!this.#files.has(file)) this.#leaveOut('output', file);
  }

  result(): Discovery {
    return {
      files: [...this.#files].sort(),
      packageFolders: [...this.#packages].sort(),
      pythonFolders: [...this.#pythonProjects].sort(),
      skipped: this.#skipped,
      missing: this.#missing,
      leftOut: this.#leftOut,
    };
  }

  #addNamedFile(absolute: string): void {
    const file = this.#relative(absolute);
    if (isIgnored(this.#exclude, absolute, false)) this.#skipped.push({ file, reason: 'excluded by the config' });
    else if (isSourceFile(basename(absolute))) {
      this.#files.add(file);
      this.#named.add(file);
    } else this.#skipped.push({ file, reason: 'not a JavaScript, TypeScript or Python source file' });
  }

  async #addGlob(glob: string): Promise<void> {
    const { base } = picomatch.scan(glob.replaceAll('\\', '/'));
    const folder = resolve(this.#root, base);
    const pattern = this.#relative(folder) === '' ? glob : `${this.#relative(folder)}/${picomatch.scan(glob).glob}`;
    const before = this.#files.size;
    const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: true });
    // A glob that spells out a test or tool name asks for such files: `**/*.test.ts`.
    const stats = await stat(folder).catch(() => undefined);
    if (stats?.isDirectory()) await this.#addFolder(folder, kindOfPath(glob), matches);
    await this.#addPackagesAbove(folder);
    if (this.#files.size === before) this.#missing.push(glob);
  }

  /** `named` is the kind of what the user named: it is not left out by default then. */
  async #addFolder(folder: string, named: PathKind, matches?: (file: string) => boolean): Promise<void> {
    const kinds = new Set<PathKind>(['product', named]);
    if (this.#options.includeTests) kinds.add('tests');
    if (this.#options.includeTooling) kinds.add('tooling');
    const target: Walk = {
      kinds,
      exclude: this.#exclude,
      onFile: (path, state) => this.#onFile(path, fileKind(state, basename(path)), kinds, matches),
      onPackage: (path) => this.#packages.add(this.#relative(dirname(path))),
      onPythonProject: (path) => this.#pythonProjects.add(this.#relative(dirname(path))),
      onLeftOut: (kind, path) => this.#leaveOut(kind, this.#relative(path)),
      onUnreadable: (path, reason) => this.#skipped.push({ file: this.#relative(path) || '.', reason }),
    };
    await walk(folder, await outerIgnoreRules(folder), rootFolder, target);
  }

  #onFile(path: string, kind: PathKind, kinds: ReadonlySet<PathKind>, matches?: (file: string) => boolean): void {
    const file = this.#relative(path);
    if (matches !== undefined && !matches(file)) return;
    if (kind === 'product' || kinds.has(kind)) this.#files.add(file);
    else this.#leaveOut(kind, file);
  }

  #leaveOut(kind: LeftOutKind, path: string): void {
    const paths = this.#leftOut.get(kind);
    if (paths) paths.push(path);
    else this.#leftOut.set(kind, [path]);
  }

  #relative(path: string): string {
    return toRelative(this.#root, path);
  }
}
