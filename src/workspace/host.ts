import { readFile } from 'node:fs/promises';
import { resolve as resolvePath } from 'node:path';
import type { FileFacts } from '../model/facts.ts';
import type { SkippedFile } from '../model/report.ts';
import type { TypeCheck } from '../model/type-check.ts';
import { cacheFolderOf } from './cache-folder.ts';
import { FactsCache } from './cache.ts';
import { readLibraryCatalogs, type CatalogSource, type LibraryCatalogs } from './catalog-sources.ts';
import { readCompilerOptions, type CompilerOptions } from './compiler-options.ts';
import { discover, type Discovery } from './discover.ts';
import type { Config } from './config.ts';
import type { Extract, ExtractSettings, Prepare } from './extract-file.ts';
import { createExpressionAnalyser, type ExpressionAnalyser, type ExpressionOptions } from './expressions.ts';
import { whyLeftOut } from './left-out.ts';
import { startJudge, type JudgeThread } from './judge-threads.ts';
import type { LoadCounts } from './load-facts.ts';
import { createLoader, type Loader } from './loader.ts';
import { packageOf, readPackages, type PackageInfo } from './packages.ts';
import { toAbsolute } from './paths.ts';
import type { PoolOptions } from './pool.ts';
import { pythonProjectOf, readPythonProjects, type PythonProject } from './python-projects.ts';
import { createResolver, type Resolution } from './resolve.ts';
import { ResultCache } from './result-cache.ts';
import { judgesFor } from './thread-count.ts';
import { createTypeCheckClient, type TypeCheckOptions } from './type-checker.ts';

export interface HostOptions {
  /** Files, folders or globs from the command line; they replace the config's `include`. */
  readonly paths?: readonly string[];
  readonly config: Config;
  /** These replace the config's. */
  readonly includeTests?: boolean | undefined;
  readonly includeTooling?: boolean | undefined;
  readonly extract: Extract;
  readonly prepare?: Prepare | undefined;
  readonly engine?: 'oxc' | 'typescript' | undefined;
  /** A module that calls `serveExtraction`; without it everything runs on this thread. */
  readonly workerEntry?: URL | undefined;
  /** A module that calls `serveJudging`; without it parts are judged on this thread. */
  readonly judgeEntry?: URL | undefined;
  /** The analyser of regular expressions, and a module that runs it on a thread; without it expressions are not analysed. */
  readonly expressions?: Pick<ExpressionOptions, 'load' | 'workerEntry'> | undefined;
  /** The checker of types, and a module that runs it on a thread; without it types are not checked. */
  readonly types?: TypeCheckOptions | undefined;
  /** Worker threads; 0 is none. By default as many as pay. */
  readonly threads?: number | undefined;
  /** Called before threads start that extract. */
  readonly onThreads?: (() => void) | undefined;
  /** Milliseconds that a worker may spend on one file. */
  readonly timeLimit?: number | undefined;
  /** Names the code that makes the facts: other code may make others. Undefined: no cache. */
  readonly cacheKey?: string | undefined;
  readonly cacheDir?: string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Facts that hold instead of what is on disk: those of a file that is open in an editor. */
  readonly openFile?: ((file: string, settings: ExtractSettings) => FileFacts | undefined) | undefined;
  /** Keeps the facts of files on disk; who owns it takes out what changes. The cache stays at hand until it is saved. */
  readonly memory?: Map<string, FileFacts> | undefined;
}

/** The outside, as a session reads it, and what there is to tell of it. */
export interface WorkspaceHost extends Omit<Loader, 'release'> {
  readonly root: string;
  readonly discovery: Discovery;
  /** Named files and folders that could not be taken. */
  readonly skipped: readonly SkippedFile[];
  readonly warnings: readonly string[];
  /** From libraries, then from the config, which has the last word. Not validated. */
  readonly catalogs: readonly CatalogSource[];
  readonly counts: LoadCounts;
  /** Milliseconds per stage. */
  readonly stages: readonly (readonly [string, number])[];
  readonly files: () => readonly string[];
  readonly has: (file: string) => boolean;
  /** Why the file is not among these, in a sentence; undefined if nothing speaks against it. */
  whyLeftOut(file: string): Promise<string | undefined>;
  readonly results: ResultCache | undefined;
  /** Threads, each started with these settings, that judge so many files in so many batches; none if they would not pay. */
  startJudges(settings: unknown, files: number, batches: number): readonly JudgeThread[];
  /** The text of a file as it is on disk. */
  read(file: string): Promise<string>;
  readonly resolve: (from: string, specifier: string) => Resolution;
  /** Another one whenever files or packages were looked for again. */
  readonly layout: () => unknown;
  readonly expressions: ExpressionAnalyser['analyse'] | undefined;
  readonly packageOf: (file: string) => PackageView | undefined;
  readonly compilerOf: (file: string) => CompilerOptions | undefined;
  readonly checkTypes: ((check: TypeCheck) => Promise<string | undefined>) | undefined;
  /** Looks for files and packages again; what the host says of them is new from then on. */
  refresh(): Promise<FileSetChange>;
  /** Writes the cache. Do it when the results are out: nobody waits for it. */
  save(): Promise<void>;
}

/** The nearest package.json of a file. */
interface PackageView {
  readonly dependencies: ReadonlySet<string>;
  readonly ranges?: ReadonlyMap<string, string> | undefined;
  readonly isPublic: boolean;
  readonly type?: 'module' | 'commonjs' | undefined;
}

export interface FileSetChange {
  readonly created: readonly string[];
  readonly deleted: readonly string[];
}

const defaultMaxFileSize = 1_000_000;
const defaultTimeLimit = 30_000;

/** What needs nothing but the disk. */
function readingParts(root: string, { types }: HostOptions): Pick<WorkspaceHost, 'read' | 'compilerOf' | 'checkTypes'> {
  return {
    read: (file) => readText(toAbsolute(root, file)),
    compilerOf: (file) => readCompilerOptions(root, file),
    checkTypes: types && createTypeCheckClient(types),
  };
}

/** Finds the files of a project and gives a session what it needs of them. */
export async function createHost(folder: string, options: HostOptions): Promise<WorkspaceHost> {
  const root = resolvePath(folder);
  const clock = createClock();
  const opening = openCache(root, options);
  let layout = await readLayout(root, options, clock);
  const cache = await opening;
  if (!options.paths?.length) cache?.keepOnly(layout.files);
  clock.lap('open cache');
  const pool = poolOptions(root, options);
  const counts = { fromCache: 0, extracted: 0, threads: 0 };
  const loading = { ...options, cache, counts, pool };
  const resolve: WorkspaceHost['resolve'] = (from, specifier) => layout.resolve(from, specifier);
  const loader = createLoader(loading, (file) => packageOf(layout.packages, file), resolve, clock.add);
  const results = cache && (await ResultCache.open(await cacheFolderOf(root, options.cacheDir)));
  const analyser = await analyserOf(root, options, clock);
  return {
    root,
    get discovery() {
      return layout.discovery;
    },
    get skipped() {
      return layout.discovery.skipped;
    },
    get warnings() {
      return layout.libraries.warnings;
    },
    get catalogs() {
      return [...layout.libraries.sources, ...options.config.catalogs];
    },
    counts,
    stages: clock.stages,
    files: () => layout.sources,
    has: (file) => layout.files.has(file),
    whyLeftOut: (file) => whyLeftOut(root, toAbsolute(root, file), discoverOptions(root, options)),
    ...loader,
    results,
    startJudges: (settings, files, batches) => startJudges(options, settings, files, batches),
    ...readingParts(root, options),
    resolve,
    layout: () => layout,
    packageOf: (file) => layout.packageView(file),
    async refresh() {
      const before = layout;
      layout = await readLayout(root, options, clock);
      return changeBetween(before, layout);
    },
    expressions: analyser?.analyse,
    save: async () => {
      await Promise.all([cache?.save(), analyser?.save(), results?.save()]);
      loader.release();
    },
  };
}

function startJudges(
  { judgeEntry, threads }: HostOptions,
  settings: unknown,
  files: number,
  batches: number,
): JudgeThread[] {
  if (judgeEntry === undefined) return [];
  const count = judgesFor(files, batches, threads);
  return Array.from({ length: count }, () => startJudge(judgeEntry, settings));
}

function poolOptions(root: string, options: HostOptions): Omit<PoolOptions, 'threads'> {
  const { extract, prepare, workerEntry, onThreads, timeLimit = defaultTimeLimit } = options;
  const settings = { root, maxFileSize: maxFileSizeOf(options.config), engine: options.engine };
  return { settings, extract, prepare, workerEntry, onThreads, timeLimit };
}

function changeBetween(before: Layout, after: Layout): FileSetChange {
  return {
    created: after.sources.filter((file) => !before.files.has(file)),
    deleted: before.sources.filter((file) => !after.files.has(file)),
  };
}

/** @throws {Error} if it is no text in UTF-8 */
async function readText(path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
}

/** What was found on disk at some time, and what hangs on it. */
interface Layout {
  readonly discovery: Discovery;
  readonly files: ReadonlySet<string>;
  /** The same, sorted. */
  readonly sources: readonly string[];
  readonly packages: ReadonlyMap<string, PackageInfo>;
  readonly libraries: LibraryCatalogs;
  readonly resolve: (from: string, specifier: string) => Resolution;
  readonly packageView: WorkspaceHost['packageOf'];
}

async function readLayout(root: string, options: HostOptions, clock: ReturnType<typeof createClock>): Promise<Layout> {
  const discovery = await discover(root, discoverOptions(root, options));
  clock.lap('discover');
  const files = new Set(discovery.files);
  const packages = await readPackages(root, discovery.packageFolders, files);
  const projects = await readPythonProjects(root, discovery.pythonFolders);
  const libraries = await readLibraryCatalogs(root, [...packages.values()]);
  const sources = [...files].sort();
  clock.lap('packages');
  const pythonRoots = [...new Set([...projects.values()].flatMap(({ roots }) => roots))];
  const resolve = createResolver({ root, files, packages, pythonRoots });
  return {
    discovery,
    files,
    sources,
    packages,
    libraries,
    resolve,
    packageView: createPackageViews(packages, projects),
  };
}

async function analyserOf(
  root: string,
  options: HostOptions,
  clock: ReturnType<typeof createClock>,
): Promise<ExpressionAnalyser | undefined> {
  const { expressions, cacheKey: key, threads } = options;
  if (!expressions) return undefined;
  const { load, workerEntry } = expressions;
  const cache = key === undefined ? undefined : { folder: await cacheFolderOf(root, options.cacheDir), key };
  const analyser = createExpressionAnalyser({
    load,
    threads,
    cache,
    workerEntry: threads === 0 ? undefined : workerEntry,
  });
  return {
    async analyse(wanted) {
      const begun = performance.now();
      const verdicts = await analyser.analyse(wanted);
      clock.add('expressions', begun);
      return verdicts;
    },
    save: analyser.save,
  };
}

function discoverOptions(root: string, { paths, config, includeTests, includeTooling }: HostOptions) {
  const named = paths?.length ? paths : config.include;
  return {
    ...(named && { paths: named }),
    ...(config.exclude && { exclude: { folder: config.folder, patterns: config.exclude } }),
    includeTests: includeTests ?? config.includeTests ?? false,
    includeTooling: includeTooling ?? config.includeTooling ?? false,
  };
}

async function openCache(root: string, options: HostOptions): Promise<FactsCache | undefined> {
  if (options.cacheKey === undefined) return undefined;
  const key = `${options.cacheKey} ${maxFileSizeOf(options.config)}`;
  return FactsCache.open(await cacheFolderOf(root, options.cacheDir), key);
}

function maxFileSizeOf(config: Config): number {
  return config.maxFileSize ?? defaultMaxFileSize;
}

function createPackageViews(
  packages: ReadonlyMap<string, PackageInfo>,
  projects: ReadonlyMap<string, PythonProject>,
): WorkspaceHost['packageOf'] {
  const dependencies = new Map<PackageInfo, ReadonlySet<string>>();
  return (file) => {
    const project = file.endsWith('.py') ? pythonProjectOf(projects, file) : undefined;
    if (project) return { dependencies: project.dependencies, oldest: project.oldest, isPublic: false };
    const info = packageOf(packages, file);
    if (info === undefined) return undefined;
    let names = dependencies.get(info);
    if (names === undefined) dependencies.set(info, (names = new Set(info.dependencies.keys())));
    const { type } = info.manifest;
    return {
      dependencies: names,
      ranges: info.dependencies,
      isPublic: info.isLibrary && info.entryPoints.has(file),
      type: type === 'module' || type === 'commonjs' ? type : undefined,
    };
  };
}

function createClock() {
  const stages: [string, number][] = [];
  let last = performance.now();
  return {
    stages,
    /** What comes after the last lap. */
    lap(stage: string) {
      const now = performance.now();
      stages.push([stage, now - last]);
      last = now;
    },
    /** What may come more than once. */
    add: (stage: string, begun: number) => {
      const time = performance.now() - begun;
      const known = stages.find(([name]) => name === stage);
      if (known) known[1] += time;
      else stages.push([stage, time]);
    },
  };
}
