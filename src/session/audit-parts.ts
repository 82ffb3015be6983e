import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import type { SurveyedHost } from './host.ts';
import { judgeBatches, type BatchOptions } from './judge-batches.ts';
import type { PartResult } from './judge.ts';
import { partsOf, type Part, type ResolvedFile } from './parts.ts';
import { sumOf, type ProjectSizes } from './sizes.ts';

export interface PartsOptions extends BatchOptions {
  /** Names all that findings hang on beside the files: the code that finds them, catalogs, settings. Undefined: nothing is kept. */
  readonly key: string | undefined;
}

export interface PartsAudit {
  readonly report: Report;
  readonly sizes: ProjectSizes;
  /** The files that say all there is to say of a file: its own part. */
  readonly partOf: (file: string) => readonly string[];
}

/**
 * Audits a project part by part. Few parts are in memory at a time, and a part of which an earlier audit has kept what
 * it found is not looked into again.
 */
export async function auditParts(host: SurveyedHost, options: PartsOptions): Promise<PartsAudit> {
  const files = [...host.files()].sort();
  const parts = await findParts(host, files, options.key);
  const results = new Map<Part, PartResult>();
  for (const part of parts) {
    const known = recall(host, part);
    if (known) results.set(part, known);
  }
  const missing = parts.filter((part) => !results.has(part));
  for (const [part, result] of await judgeBatches(host, options, missing)) results.set(part, result);
  const partOf = new Map(parts.flatMap((part) => part.files.map(({ file }) => [file, part] as const)));
  return {
    report: reportOf(host, options, files.length, [...results.values()]),
    sizes: sumOf([...results.values()].map(({ sizes }) => sizes)),
    partOf: (file) => partOf.get(file)?.files.map((one) => one.file) ?? [],
  };
}

async function findParts(host: SurveyedHost, files: readonly string[], key: string | undefined): Promise<Part[]> {
  const surveys = await host.survey(files);
  const digests = new Map(files.map((file, index) => [file, surveys[index]?.digest]));
  const importers = files.map((file, index) => ({ file, imports: surveys[index]?.imports ?? [] }));
  const packages = new Map<ReadonlySet<string>, string>();
  return partsOf(importers, (from, specifier) => host.resolve(from, specifier)).map((part) => ({
    files: part,
    key: key === undefined ? undefined : keyOf(key, part, digests, (file) => aboutPackage(host, file, packages)),
  }));
}

/** A digest of all that findings in a part hang on; undefined if that cannot be told. */
function keyOf(
  key: string,
  part: readonly ResolvedFile[],
  digests: ReadonlyMap<string, string | undefined>,
  about: (file: string) => string,
): string | undefined {
  const hash = createHash('sha1').update(key);
  for (const { file, imports, targets } of part) {
    const digest = digests.get(file);
    if (digest === undefined) return undefined;
    const ways = targets.map((target, index) => {
      if (target.kind === 'file') return target.path;
      return target.kind === 'unresolved' ? '-' : target.name === imports[index] ? '' : target.name;
    });
    hash.update(`\n${file}\n${digest}\n${about(file)}\n${ways.join('\t')}`);
  }
  return hash.digest('base64');
}

/** What a file's package.json says; packages have many files. */
function aboutPackage(host: SurveyedHost, file: string, known: Map<ReadonlySet<string>, string>): string {
  const info = host.packageOf?.(file);
  if (!info) return '';
  const { dependencies, isPublic, oldest, type } = info;
  let names = known.get(dependencies);
  if (names === undefined) known.set(dependencies, (names = [...dependencies].sort().join(' ')));
  return `${isPublic ? 'public' : ''} ${oldest ?? ''} ${type ?? ''} ${names}`;
}

function recall({ results }: SurveyedHost, { key }: Part): PartResult | undefined {
  const text = key === undefined ? undefined : results?.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as PartResult);
}

function reportOf(
  { root }: SurveyedHost,
  { version }: PartsOptions,
  files: number,
  results: readonly PartResult[],
): Report {
  const skipped = results.flatMap((result) => result.skipped).sort(byFile);
  return {
    version,
    root,
    // Within a file they are in order.
    findings: results.flatMap((result) => result.findings).sort(byFile),
    analysedFiles: files - skipped.length,
    skipped,
    unusedDirectives: results.flatMap(({ unused }) => unused).sort(byFile),
    warnings: [],
  };
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
