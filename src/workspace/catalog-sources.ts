import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { mapLimited } from './map-limited.ts';
import type { PackageInfo } from './packages.ts';
import { toAbsolute } from './paths.ts';

/** Catalog data from outside. What is in it is not checked yet. */
export interface CatalogSource {
  /** The file that it stands in, for messages. */
  readonly origin: string;
  readonly data: unknown;
}

export interface LibraryCatalogs {
  readonly sources: readonly CatalogSource[];
  readonly warnings: readonly string[];
}

export async function readCatalogFile(path: string): Promise<CatalogSource> {
  const errors: ParseError[] = [];
  const data: unknown = parse(await readFile(path, 'utf8'), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) throw new Error(`${printParseErrorCode(first.error)} at offset ${first.offset}`);
  return { origin: path, data };
}

/**
 * The catalogs that direct dependencies ship: the `loopwise` field of their package.json is a catalog file, a list of
 * them, or a path to a JSON file inside the package. A broken one is a warning: it is not the user's to repair.
 */
export async function readLibraryCatalogs(root: string, packages: readonly PackageInfo[]): Promise<LibraryCatalogs> {
  const sources: CatalogSource[] = [];
  const warnings: string[] = [];
  const read = async (folder: string): Promise<void> => {
    try {
      sources.push(...(await catalogsOfPackage(folder)));
    } catch (error) {
      warnings.push(`${join(folder, 'package.json')}: its "loopwise" catalog is left out: ${(error as Error).message}`);
    }
  };
  await mapLimited(await dependencyFolders(root, packages), read);
  return { sources: sources.sort((a, b) => (a.origin < b.origin ? -1 : 1)), warnings: warnings.sort() };
}

/** Where direct dependencies are installed, beside the package that names them or hoisted to one above it. */
async function dependencyFolders(root: string, packages: readonly PackageInfo[]): Promise<string[]> {
  const named = new Set(packages.flatMap(({ dependencies }) => [...dependencies.keys()]));
  const lists = await mapLimited(packages, async ({ folder }) => {
    const modules = join(toAbsolute(root, folder), 'node_modules');
    const installed = new Set(await readdir(modules).catch(() => []));
    if (installed.size === 0) return [];
    const here = [...named].filter((name) => installed.has(name.split('/', 1)[0]!));
    return here.map((name) => join(modules, name));
  });
  return lists.flat();
}

async function catalogsOfPackage(folder: string): Promise<CatalogSource[]> {
  const file = join(folder, 'package.json');
  const text = await readFile(file, 'utf8').catch(() => '');
  // Parsing hundreds of manifests costs more than reading them.
  if (!text.includes('"loopwise"')) return [];
  const field = (JSON.parse(text) as { loopwise?: unknown }).loopwise;
  if (typeof field === 'string') {
    const path = resolve(folder, field);
    if (!path.startsWith(folder + sep)) throw new Error(`${field} is outside of the package`);
    const source = await readCatalogFile(path);
    return asList(source.data).map((data) => ({ origin: path, data }));
  }
  return asList(field).map((data) => ({ origin: file, data }));
}

function asList(field: unknown): object[] {
  const list = Array.isArray(field) ? (field as unknown[]) : field === undefined ? [] : [field];
  for (const item of list) {
    if (typeof item !== 'object' || item === null) throw new Error('it must be an object, a list of objects or a path');
  }
  return list as object[];
}
