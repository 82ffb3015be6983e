import { createHash } from 'node:crypto';
import type { ExpressionVerdict } from '../model/expression.ts';
import type { Finding } from '../model/finding.ts';
import type { Report, SkippedFile, UnusedDirective } from '../model/report.ts';
import type { Host, SurveyedHost } from './host.ts';
import { partsOf, type ResolvedFile } from './parts.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';
import { sizesOf, sumOf, type ProjectSizes } from './sizes.ts';
import { skippedFile } from './skipped.ts';

export interface PartsOptions extends SessionOptions {
  /** Names all that findings hang on beside the files: the code that finds them, catalogs, settings. Undefined: nothing is kept. */
  readonly key: string | undefined;
}

export interface PartsAudit {
  readonly report: Report;
  readonly sizes: ProjectSizes;
  /** The files that say all there is to say of a file: its own part. */
  readonly partOf: (file: string) => readonly string[];
}

/** What an audit says of one part. */
interface PartResult {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedFile[];
  readonly unused: readonly UnusedDirective[];
  readonly sizes: ProjectSizes;
}

interface Part {
  readonly files: readonly string[];
  readonly key: string | undefined;
}

/** Small parts are analysed together up to so many files: each analysis has to be set up. */
const BATCH = 800;

/**
 * Audits a project part by part. Only one part is in memory at a time, and a part of which an earlier audit has kept what
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
  await auditBatches(host, options, batchesOf(missing), (part, result) => results.set(part, result));
  const partOf = new Map(parts.flatMap((part) => part.files.map((file) => [file, part.files] as const)));
  return {
    report: reportOf(host, options, files.length, [...results.values()]),
    sizes: sumOf([...results.values()].map(({ sizes }) => sizes)),
    partOf: (file) => partOf.get(file) ?? [],
  };
}

async function findParts(host: SurveyedHost, files: readonly string[], key: string | undefined): Promise<Part[]> {
  const surveys = await host.survey(files);
  const digests = new Map(files.map((file, index) => [file, surveys[index]?.digest]));
  const importers = files.map((file, index) => ({ file, imports: surveys[index]?.imports ?? [] }));
  const packages = new Map<ReadonlySet<string>, string>();
  return partsOf(importers, (from, specifier) => host.resolve(from, specifier)).map((part) => ({
    files: part.map(({ file }) => file),
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

function batchesOf(parts: readonly Part[]): Part[][] {
  const batches: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    if (part.files.length > room) {
      batches.push([]);
      room = BATCH;
    }
    batches.at(-1)?.push(part);
    room -= part.files.length;
  }
  return batches;
}

/** So many that wait for what an analyser says of regular expressions may be in memory. */
const MAX_WAITING = 2;

/** One after the other, but those that wait for an analyser on other threads do not hold up the next. */
async function auditBatches(
  host: SurveyedHost,
  options: PartsOptions,
  batches: readonly Part[][],
  onResult: (part: Part, result: PartResult) => void,
): Promise<void> {
  const running: Promise<void>[] = [];
  for (const batch of batches) {
    const waits = new Promise<void>((onWait) => {
      const audited = auditBatch(host, options, batch, onWait).then((found) =>
        found.forEach(([part, result]) => onResult(part, result)),
      );
      running.push(audited);
      void audited.finally(onWait).catch(() => undefined);
    });
    await waits;
    if (running.length > MAX_WAITING) await running.shift();
  }
  await Promise.all(running);
}

async function auditBatch(
  host: SurveyedHost,
  options: PartsOptions,
  parts: readonly Part[],
  onWait: () => void,
): Promise<[Part, PartResult][]> {
  const files = parts.flatMap((part) => part.files);
  const { expressions } = host;
  const unknown = new Set<string>();
  const ask: Host['expressions'] = async (wanted) => {
    const asked = expressions?.(wanted);
    onWait();
    const verdicts = (await asked) ?? new Map<string, ExpressionVerdict>();
    for (const [key, { growth }] of verdicts) if (growth === 'unknown') unknown.add(key);
    return verdicts;
  };
  const session = createSession({ ...host, files: () => files, expressions: expressions && ask }, options);
  await session.update();
  const results = parts.map((part): [Part, PartResult] => [part, resultOf(session, part)]);
  for (const [{ key }, result] of results) {
    // The next audit may find out what is unknown.
    if (unknown.size === 0 && key !== undefined) host.results?.put(key, JSON.stringify(result));
  }
  return results;
}

function resultOf(session: Session, { files }: Part): PartResult {
  const known = files.map((file) => ({ file, facts: session.facts(file) }));
  return {
    findings: files.flatMap((file) => session.findings(file)),
    unused: files.flatMap((file) => session.unusedDirectives(file)),
    skipped: known.flatMap(({ file, facts }) => skippedFile(file, facts) ?? []),
    sizes: sizesOf(known.map(({ facts }) => facts)),
  };
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
