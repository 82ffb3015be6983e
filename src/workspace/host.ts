import { resolve as resolvePath } from 'node:path';
import type { FileFacts } from '../model/facts.ts';
import type { SkippedFile } from '../model/report.ts';
import { cacheFolderOf } from './cache-folder.ts';
import { FactsCache } from './cache.ts';
import { readLibraryCatalogs, type CatalogSource } from './catalog-sources.ts';
import { discover, type Discovery } from './discover.ts';
import type { Config } from './config.ts';
import type { Extract, ExtractSettings } from './extract-file.ts';
import { loadFacts, type LoadCounts } from './load-facts.ts';
import { packageOf, readPackages, type PackageInfo } from './packages.ts';
import { createResolver, type Resolution } from './resolve.ts';

export interface HostOptions {
  /** Files, folders or globs from the command line; they replace the config's `include`. */
  readonly paths?: readonly string[];
  readonly config: Config;
  /** These replace the config's. */
  readonly includeTests?: boolean | undefined;
  readonly includeTooling?: boolean | undefined;
  readonly extract: Extract;
  readonly engine?: 'oxc' | 'typescript' | undefined;
  /** A module that calls `serveExtraction`; without it everything runs on this thread. */
  readonly workerEntry?: URL | undefined;
  /** Worker threads; 0 is none. By default as many as pay. */
  readonly threads?: number | undefined;
  /** Milliseconds that a worker may spend on one file. */
  readonly timeLimit?: number | undefined;
  /** Names the code that makes the facts: other code may make others. Undefined: no cache. */
  readonly cacheKey?: string | undefined;
  readonly cacheDir?: string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The outside, as a session reads it, and what there is to tell of it. */
export interface WorkspaceHost {
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
  files(): readonly string[];
  facts(files: readonly string[]): Promise<readonly FileFacts[]>;
  resolve(from: string, specifier: string): Resolution;
  packageOf(file: string): { readonly dependencies: ReadonlySet<string>; readonly isPublic: boolean } | undefined;
  /** Writes the cache. Do it when the results are out: nobody waits for it. */
  save(): Promise<void>;
}

const defaultMaxFileSize = 1_000_000;
const defaultTimeLimit = 30_000;

/** Finds the files of a project and gives a session what it needs of them. */
export async function createHost(folder: string, options: HostOptions): Promise<WorkspaceHost> {
  const root = resolvePath(folder);
  const { config } = options;
  const clock = createClock();
  const opening = openCache(root, options);
  const discovery = await discover(root, discoverOptions(root, options));
  clock.lap('discover');
  const files = new Set(discovery.files);
  const packages = await readPackages(root, discovery.packageFolders, files);
  const libraries = await readLibraryCatalogs(root, [...packages.values()]);
  const sources = [...files].sort();
  clock.lap('packages');
  const resolve = createResolver({ root, files, packages });
  const cache = await opening;
  if (!options.paths?.length) cache?.keepOnly(files);
  clock.lap('open cache');
  const settings: ExtractSettings = { root, maxFileSize: maxFileSizeOf(config), engine: options.engine };
  const counts = { fromCache: 0, extracted: 0, threads: 0 };
  const packageView = createPackageViews(packages);
  return {
    root,
    discovery,
    skipped: discovery.skipped,
    warnings: libraries.warnings,
    catalogs: [...libraries.sources, ...config.catalogs],
    counts,
    stages: clock.stages,
    files: () => sources,
    async facts(wanted) {
      clock.restart();
      const facts = await loadFacts(wanted, {
        cache,
        counts,
        pool: {
          settings,
          extract: options.extract,
          workerEntry: options.workerEntry,
          timeLimit: options.timeLimit ?? defaultTimeLimit,
        },
        threads: options.threads,
        onProgress: options.onProgress,
      });
      clock.lap('extract');
      return wanted.map((file, index) => withRole(facts[index]!, file, packageOf(packages, file)));
    },
    resolve,
    packageOf: packageView,
    save: async () => cache?.save(),
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

/** What a package.json says of a file's role belongs to its facts, but may change without it. */
function withRole(facts: FileFacts, file: string, info: PackageInfo | undefined): FileFacts {
  if (!info?.scripts.has(file) || facts.roles.includes('script')) return facts;
  return { ...facts, roles: [...facts.roles, 'script'] };
}

function createPackageViews(packages: ReadonlyMap<string, PackageInfo>): WorkspaceHost['packageOf'] {
  const dependencies = new Map<PackageInfo, ReadonlySet<string>>();
  return (file) => {
    const info = packageOf(packages, file);
    if (info === undefined) return undefined;
    let names = dependencies.get(info);
    if (names === undefined) dependencies.set(info, (names = new Set(info.dependencies.keys())));
    return { dependencies: names, isPublic: !info.private && info.entryPoints.has(file) };
  };
}

function createClock() {
  const stages: [string, number][] = [];
  let last = performance.now();
  return {
    stages,
    restart: () => void (last = performance.now()),
    lap(stage: string) {
      const now = performance.now();
      stages.push([stage, now - last]);
      last = now;
    },
  };
}
