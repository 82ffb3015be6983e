import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { version } from '../session/about.ts';
import { loadCatalog } from '../session/catalog.ts';
import { extractSource, loadExpressionAnalyser, loadTypeChecker, prepareSources } from '../session/languages.ts';
import { auditParts, type PartsAudit } from '../session/audit-parts.ts';
import { createSession, type Session } from '../session/session.ts';
import { analysisKey, bundledWorker, cacheKey } from '../workspace/build.ts';
import { collectEarly } from '../workspace/collect-early.ts';
import { loadConfig, type Config } from '../workspace/config.ts';
import { createHost, type WorkspaceHost } from '../workspace/host.ts';
import { makeFolder } from '../workspace/make-folder.ts';
import { UserError } from './errors.ts';
import type { ProjectOptions } from './project-options.ts';
import { keepYoungSmall, spareCores } from './spare-cores.ts';

export interface OpenProject {
  readonly config: Config;
  readonly host: WorkspaceHost;
  readonly session: Session;
  /** Audits all files without taking them into the session. */
  readonly audit: () => Promise<PartsAudit>;
  readonly warnings: readonly string[];
}

export interface OpenOptions extends ProjectOptions {
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads the config, finds the files and makes a session over them. */
export async function openProject(
  paths: readonly string[],
  options: OpenOptions,
  { wholeProject = false }: { readonly wholeProject?: boolean } = {},
): Promise<OpenProject> {
  spareCores();
  collectEarly();
  const root = rootOf(paths);
  const { config, problems } = await loadConfig(root, options.config && resolve(options.config));
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    throw new UserError(lines.join('\nloopwise: '));
  }
  if (options.cache && options.cacheDir !== undefined) await makeCacheFolder(root, options.cacheDir);
  const host = await createHost(root, {
    paths: wholeProject ? [] : paths.map((path) => relative(root, resolve(path)) || '.'),
    config,
    includeTests: options.includeTests,
    includeTooling: options.includeTooling,
    extract: extractSource,
    prepare: prepareSources,
    engine: options.engine,
    workerEntry: bundledWorker('extract-worker.js'),
    judgeEntry: bundledWorker('judge-worker.js'),
    ...(config.rules?.['slow-regex'] !== 'off' && {
      expressions: { load: loadExpressionAnalyser, workerEntry: bundledWorker('expression-worker.js') },
    }),
    types: { load: loadTypeChecker, workerEntry: bundledWorker('type-check-worker.js') },
    threads: options.threads,
    onThreads: keepYoungSmall,
    cacheKey: options.cache ? cacheKey(version, options.engine) : undefined,
    cacheDir: options.cacheDir,
    onProgress: options.onProgress,
  });
  const [missing] = host.discovery.missing;
  if (missing !== undefined) throw new UserError(`${missing}: there is no such file or folder`);
  const { rules: severities, heavyLoop: limits, blocking, nonblocking } = config;
  const sources = { inputs: host.catalogs, blocking, nonblocking };
  const { catalog, problems: unusable } = await loadCatalog(sources);
  const settings = { catalog, version, severities, limits };
  const key = analysisKey(version, [host.catalogs, blocking, nonblocking, severities, limits]);
  return {
    config,
    host,
    session: createSession(host, settings),
    audit: () => auditParts(host, { ...settings, key, sources }),
    warnings: [...host.warnings, ...unusable],
  };
}

/** A folder that was named and cannot be had is a mistake; one that is there may be read only. */
async function makeCacheFolder(root: string, folder: string): Promise<void> {
  try {
    await makeFolder(resolve(root, folder));
  } catch (error) {
    throw new UserError(`--cache-dir ${folder}: ${(error as Error).message}`);
  }
}

/** The working folder, unless a path leads out of it. */
export function rootOf(paths: readonly string[]): string {
  const cwd = process.cwd();
  const outside = paths.map((path) => resolve(path)).filter((path) => !isBelow(cwd, path));
  const [first] = outside;
  if (first === undefined) return cwd;
  const folder = existsSync(first) && statSync(first).isDirectory() ? first : dirname(first);
  return paths.every((path) => isBelow(folder, resolve(path)))
    ? folder
    : commonFolder(paths.map((path) => resolve(path)));
}

export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way));
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? process.cwd());
  while (!paths.every((path) => isBelow(folder, path)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
