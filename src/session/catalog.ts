import { builtinCatalog } from '../catalog/builtin.ts';
import { compileCatalog } from '../catalog/compile.ts';
import type { Catalog, CatalogFile } from '../catalog/types.ts';

/** Catalog data from a config file or a library, not checked yet. */
export interface CatalogInput {
  /** The file that it stands in, for messages. */
  readonly origin: string;
  readonly data: unknown;
}

export interface CatalogOptions {
  readonly inputs?: readonly CatalogInput[];
  /** Canonical names of APIs that block, beside those of the catalog. */
  readonly blocking?: readonly string[] | undefined;
  /** Canonical names of APIs that do not, whatever the catalog says. */
  readonly nonblocking?: readonly string[] | undefined;
}

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Inputs that were left out, and why. */
  readonly problems: readonly string[];
}

/** The built-in catalog with what users and libraries add to it. */
export async function loadCatalog(options: CatalogOptions = {}): Promise<LoadedCatalog> {
  const files: CatalogFile[] = [...builtinCatalog];
  const problems: string[] = [];
  for (const { origin, data } of [...(options.inputs ?? []), ...declared(options.blocking ?? [])]) {
    // Most projects have no catalog of their own: the validator is loaded for those that do.
    const { validateCatalog } = await import('../catalog/validate.ts');
    for (const entry of Array.isArray(data) ? (data as unknown[]) : [data]) {
      const result = await validateCatalog(entry);
      if (result.file) files.push(result.file);
      else problems.push(...result.problems.map((problem) => `${origin}: ${problem}`));
    }
  }
  const catalog = compileCatalog(files);
  const silenced = new Set(options.nonblocking ?? []);
  if (silenced.size === 0) return { catalog, problems };
  const apis = new Map([...catalog.apis].filter(([name]) => !silenced.has(name)));
  return { catalog: { ...catalog, apis }, problems };
}

/** `package.member` as a catalog file with one entry. */
function declared(names: readonly string[]): CatalogInput[] {
  return names.map((name) => {
    const [, module = name, rest = ''] = /^((?:@[^/]+\/)?[^.(#]+)(.*)$/.exec(name) ?? [];
    const api = {
      name: rest.replace(/^\./, ''),
      rule: 'blocking-io',
      work: 'declared',
      does: 'is declared to be blocking',
      cost: 'medium',
    };
    return { origin: 'blocking', data: { module, apis: [api] } };
  });
}
