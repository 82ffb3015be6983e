import type { FileFacts } from '../model/facts.ts';
import type { Settings } from '../protocol/settings.ts';
import { version } from '../session/about.ts';
import { loadCatalog } from '../session/catalog.ts';
import { extractSource, loadExpressionAnalyser, loadTypeChecker, prepareSources } from '../session/languages.ts';
import type { Host } from '../session/host.ts';
import { createSession, type Session } from '../session/session.ts';
import { bundledWorker, cacheKey } from '../workspace/build.ts';
import { readCatalogEntry, type Config } from '../workspace/config.ts';
import type { ExtractSettings } from '../workspace/extract-file.ts';
import { createHost, type WorkspaceHost } from '../workspace/host.ts';
import { inBackground } from './expressions.ts';

/** A workspace folder with its files found, and a session over them that has taken none in yet. */
export interface OpenProject {
  readonly host: WorkspaceHost;
  readonly session: Session;
  readonly warnings: readonly string[];
  /** Resolves when no regular expression is being analysed. */
  readonly expressionsKnown: () => Promise<void>;
}

export interface OpenOptions {
  readonly root: string;
  /** Files that are analysed, instead of the whole folder. */
  readonly paths?: readonly string[] | undefined;
  readonly config: Config;
  readonly settings: Settings;
  readonly engine: 'oxc' | 'typescript' | undefined;
  readonly cacheFolder: string | undefined;
  readonly memory: Map<string, FileFacts>;
  readonly openFile: (file: string, settings: ExtractSettings) => FileFacts | undefined;
  /** The text of a file that is open. */
  readonly openText: (file: string) => string | undefined;
  /** More is known of regular expressions: the session may say more of files that did not change. */
  readonly onExpressions: () => void;
  readonly onProgress: (done: number, total: number) => void;
}

export async function openFolder(options: OpenOptions): Promise<OpenProject> {
  const { root, config, settings, engine } = options;
  const host = await createHost(root, {
    ...(options.paths && { paths: options.paths }),
    config: { ...config, exclude: [...(config.exclude ?? []), ...settings.exclude] },
    includeTests: settings.includeTests || undefined,
    includeTooling: settings.includeTooling || undefined,
    extract: extractSource,
    prepare: prepareSources,
    engine,
    workerEntry: bundledWorker('extract-worker.js'),
    expressions: { load: loadExpressionAnalyser, workerEntry: bundledWorker('expression-worker.js') },
    types: { load: loadTypeChecker, workerEntry: bundledWorker('type-check-worker.js') },
    cacheKey: options.paths ? undefined : cacheKey(version, engine),
    cacheDir: options.cacheFolder,
    onProgress: options.onProgress,
    openFile: options.openFile,
    memory: options.memory,
  });
  const added = await Promise.all(settings.catalog.map((entry) => readCatalogEntry(`${root}/settings`, entry)));
  const unreadable = added.flatMap((entry) => ('problem' in entry ? [entry.problem] : []));
  const { catalog, problems } = await loadCatalog({
    inputs: [...host.catalogs, ...added.filter((entry) => 'data' in entry)],
    blocking: [...(config.blocking ?? []), ...settings.blocking],
    nonblocking: [...(config.nonblocking ?? []), ...settings.nonblocking],
  });
  const expressions = inBackground(host.expressions ?? (() => Promise.resolve(new Map())), options.onExpressions);
  const live: Host = {
    root: host.root,
    files: host.files,
    facts: host.facts,
    resolve: host.resolve,
    layout: host.layout,
    pause: () => new Promise(setImmediate),
    packageOf: host.packageOf,
    compilerOf: host.compilerOf,
    checkTypes: host.checkTypes,
    expressions: expressions.answer,
    read: async (file) => options.openText(file) ?? (await host.read(file)),
  };
  const session = createSession(live, {
    catalog,
    version,
    severities: { ...config.rules, ...ownSeverities(settings) },
  });
  return {
    host,
    session,
    warnings: [...host.warnings, ...unreadable, ...problems],
    expressionsKnown: expressions.idle,
  };
}

function ownSeverities({ rules }: Settings): object {
  return Object.fromEntries(Object.entries(rules).filter(([, setting]) => setting !== 'default'));
}
