import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RuleId, Severity, WorkLimits } from '../model/finding.ts';
import { readCatalogFile, type CatalogSource } from './catalog-sources.ts';

const configFileName = 'loopwise.config.json';

/** What stands in `loopwise.config.json`. */
export interface ConfigFile {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly includeTests?: boolean;
  readonly includeTooling?: boolean;
  readonly maxFileSize?: number;
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  readonly heavyLoop?: Partial<WorkLimits>;
  readonly failOn?: Severity | 'never';
  readonly blocking?: readonly string[];
  readonly nonblocking?: readonly string[];
  readonly catalog?: readonly (string | object)[];
}

export interface Config extends ConfigFile {
  /** Absolute path of the file; undefined when there is none and everything has its default. */
  readonly file: string | undefined;
  /** The folder that paths and patterns of the config are relative to. */
  readonly folder: string;
  /** `catalog` with its files read; the shape of the entries is the catalog's to check. */
  readonly catalogs: readonly CatalogSource[];
}

/** A mistake in a configuration file, with one-based line and column. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Not empty: the configuration must not be used. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads the nearest config at or above the root, up to the root of its repository, or the file that is named. */
export async function loadConfig(root: string, named?: string): Promise<LoadedConfig> {
  const file = named === undefined ? await nearestConfig(root) : resolve(root, named);
  if (file === undefined) return { config: { file, folder: root, catalogs: [] }, problems: [] };
  const folder = dirname(file);
  try {
    // Most projects have no config: the validator is loaded for those that do.
    const { parseConfig } = await import('./config-parse.ts');
    const { value, problems, positionOf } = parseConfig(file, await readFile(file, 'utf8'));
    const catalogs = await Promise.all(
      (problems.length === 0 ? (value.catalog ?? []) : []).map((entry) => readCatalogEntry(file, entry)),
    );
    const unreadable = catalogs.flatMap((entry, index) =>
      'data' in entry ? [] : [{ file, ...positionOf(['catalog', index]), message: entry.problem }],
    );
    const read = catalogs.filter((entry) => 'data' in entry);
    return { config: { ...value, file, folder, catalogs: read }, problems: [...problems, ...unreadable] };
  } catch (error) {
    const message = `the file cannot be read: ${(error as Error).message}`;
    return { config: { file, folder, catalogs: [] }, problems: [{ file, line: 1, column: 1, message }] };
  }
}

export async function readCatalogEntry(
  file: string,
  entry: string | object,
): Promise<CatalogSource | { problem: string }> {
  if (typeof entry !== 'string') return { origin: file, data: entry };
  const path = resolve(dirname(file), entry);
  try {
    return await readCatalogFile(path);
  } catch (error) {
    return { problem: `the catalog ${entry} cannot be read: ${(error as Error).message}` };
  }
}

async function nearestConfig(root: string): Promise<string | undefined> {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const file = join(folder, configFileName);
    if (await exists(file)) return file;
    if ((await exists(join(folder, '.git'))) || folder === dirname(folder)) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
