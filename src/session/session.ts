import type { Catalog } from '../catalog/types.ts';
import { createProject, type Project } from '../engine/project.ts';
import type { Advice } from '../model/advice.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Fix } from '../model/fix.ts';
import type { Range } from '../model/range.ts';
import type { FixAllOptions, FixAllResult, FixerOptions } from './fixes.ts';
import type { Finding, RuleId, Severity, WorkLimits } from '../model/finding.ts';
import type { Report, SkippedFile, UnusedDirective } from '../model/report.ts';
import { rules } from '../rules/index.ts';
import { toApiUse, type ApiUse } from './api-use.ts';
import { witnessTrees, type WitnessTree } from './graph.ts';
import { resolveCreated } from './created-files.ts';
import type { Host } from './host.ts';
import { traitsOf } from './traits.ts';
import { slicesOf } from './parts.ts';
import { skippedFile } from './skipped.ts';
import { applyDirectives, type Suppressed } from './suppress.ts';

export interface SessionOptions {
  readonly catalog: Catalog;
  /** Tool version, for the report. */
  readonly version: string;
  /** A severity for all findings of a rule, or `off`. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>> | undefined;
  /** What the rule heavy-loop takes to be heavy. */
  readonly limits?: Partial<WorkLimits> | undefined;
}

export interface FileChange {
  readonly file: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** The one door: what the command line and the editors ask. */
export interface Session {
  /** Takes changed files in, or all that it does not know yet; returns the files whose findings are other ones now. */
  update(changes?: readonly FileChange[]): Promise<ReadonlySet<string>>;
  /** Sorted by place; suppressed ones are included and marked. */
  findings(file: string): readonly Finding[];
  unusedDirectives(file: string): readonly UnusedDirective[];
  /** What the catalog knows of the call whose name is at a place (zero-based). */
  apisAt(file: string, line: number, character: number): readonly ApiUse[];
  /** What it knows of a file. */
  facts(file: string): FileFacts | undefined;
  /** The report on all files; takes in all files if none were. */
  audit(): Promise<Report>;
  /** Ways out of the findings that a range touches; each is tried out in memory first. Those that cannot be applied say why. */
  fixes(file: string, range: Range): Promise<readonly Fix[]>;
  /** What the files become when all fixes are applied. Nothing is written. */
  fixAll(options?: FixAllOptions): Promise<FixAllResult>;
  /** What fits the work of the function at a place (zero-based); of the file without a place or outside of all functions. */
  advise(file: string, line?: number, character?: number): Promise<Advice | undefined>;
  /** What fits the functions of that name or key. */
  adviseNamed(file: string, functionName: string): Promise<readonly Advice[]>;
  /** What fits the functions where the most severe of some findings stand. */
  adviseFirst(findings: readonly Finding[]): Promise<readonly Advice[]>;
  /** What a function calls on the way to blocking work. */
  graph(file: string, functionName: string): readonly WitnessTree[];
}

export function createSession(host: Host, options: SessionOptions): Session {
  const created = new Set<string>();
  const project = projectOf(host, options, created);
  const known = new Set<string>();

  const resultsOf = (file: string): Suppressed => {
    const findings = project.findings(file).map((finding) => withSeverity(finding, options.severities));
    return applyDirectives(file, project.facts(file), findings);
  };
  const unknown = (): FileChange[] => {
    const files = host.files().filter((file) => !known.has(file));
    return files.map((file) => ({ file, kind: 'created' }));
  };
  const update = async (changes?: readonly FileChange[]): Promise<ReadonlySet<string>> => {
    const taken = changes ?? unknown();
    const present = taken.filter(({ kind }) => kind !== 'deleted').map(({ file }) => file);
    const gone = taken.filter(({ kind }) => kind === 'deleted');
    for (const file of present) known.add(file);
    for (const { file } of gone) known.delete(file);
    const facts = await host.facts(present);
    const found = present.map((path, index) => ({ path, facts: facts[index] }));
    const changed =
      host.pause && !changes
        ? await takeInSlices(host, host.pause, project, found, (file) => known.has(file))
        : project.update([...found, ...gone.map(({ file }) => ({ path: file, facts: undefined }))]);
    return analyseExpressions(host, project, changed);
  };
  const fixer = fixerOver(host, project, resultsOf, created);
  return {
    update,
    findings: (file) => resultsOf(file).findings,
    unusedDirectives: (file) => resultsOf(file).unused,
    facts: (file) => project.facts(file),
    apisAt: (file, line, character) => project.apisAt(file, line, character).map(toApiUse),
    async audit() {
      if (unknown().length > 0) await update();
      return reportOf(host, options, project, resultsOf);
    },
    fixes: async (file, range) => (await import('./fixes.ts')).fixesAt(fixer, file, range),
    fixAll: async (choice = {}) => (await import('./fixes.ts')).fixAll(fixer, choice),
    advise: async (file, line, character) => (await import('./advise.ts')).adviseAt(fixer, file, line, character),
    adviseNamed: async (file, name) => (await import('./advise.ts')).adviseNamed(fixer, file, name),
    adviseFirst: async (findings) => (await import('./advise.ts')).adviseFirst(fixer, findings),
    graph: (file, functionName) => witnessTrees(project, file, functionName),
  };
}

function projectOf(host: Host, options: SessionOptions, created: ReadonlySet<string>): Project {
  return createProject({
    catalog: options.catalog,
    traits: traitsOf,
    rules: rules.filter((rule) => options.severities?.[rule.id] !== 'off'),
    resolve: (from, specifier) => resolveCreated(created, from, specifier) ?? host.resolve(from, specifier),
    layout: () => (created.size === 0 ? host.layout?.() : undefined),
    dependencies: (file) => dependenciesOf(host, file),
    oldest: (file) => host.packageOf?.(file)?.oldest,
    isPublic: (file) => host.packageOf?.(file)?.isPublic ?? false,
    rangeOf: (file, name) => host.packageOf?.(file)?.ranges?.get(name),
    limits: options.limits,
  });
}

/** Takes in files that are not known yet. What the session was told of them in a pause is newer. */
async function takeInSlices(
  host: Host,
  pause: () => Promise<void>,
  project: Project,
  found: readonly { readonly path: string; readonly facts: FileFacts | undefined }[],
  isThere: (file: string) => boolean,
): Promise<Set<string>> {
  const changed = new Set<string>();
  const facts = new Map(found.map((one) => [one.path, one.facts]));
  const importers = found.map((one) => ({ file: one.path, imports: one.facts?.imports ?? [] }));
  for (const slice of slicesOf(importers, (from, specifier) => host.resolve(from, specifier))) {
    const fresh = slice.filter((path) => isThere(path) && !project.facts(path));
    for (const file of project.update(fresh.map((path) => ({ path, facts: facts.get(path) })))) changed.add(file);
    await pause();
  }
  return changed;
}

/** Has expressions analysed that matter now; returns all files whose findings are other ones. */
async function analyseExpressions(
  host: Host,
  project: Project,
  changed: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const unknown = host.expressions ? project.unknownExpressions() : [];
  if (!host.expressions || unknown.length === 0) return changed;
  return new Set([...changed, ...project.learn(await host.expressions(unknown))]);
}

function fixerOver(
  host: Host,
  project: Project,
  resultsOf: (file: string) => Suppressed,
  created: Set<string>,
): FixerOptions {
  return {
    project,
    read: (file) => host.read?.(file) ?? Promise.reject(new Error('this host reads no texts')),
    files: () => host.files(),
    findings: (file) => resultsOf(file).findings,
    dependencies: (file) => dependenciesOf(host, file),
    packageOf: (file) => host.packageOf?.(file),
    compilerOf: (file) => host.compilerOf?.(file),
    checkTypes: async (check) => host.checkTypes?.({ root: host.root, ...check }),
    created,
  };
}

function dependenciesOf(host: Host, file: string): ReadonlySet<string> {
  return host.packageOf?.(file)?.dependencies ?? NO_DEPENDENCIES;
}

const NO_DEPENDENCIES: ReadonlySet<string> = new Set();

function withSeverity(finding: Finding, severities: SessionOptions['severities']): Finding {
  const severity = severities?.[finding.rule];
  return severity === undefined || severity === 'off' ? finding : { ...finding, severity };
}

function reportOf(
  host: Host,
  { version }: SessionOptions,
  project: Project,
  resultsOf: (file: string) => Suppressed,
): Report {
  const findings: Finding[] = [];
  const skipped: SkippedFile[] = [];
  const unusedDirectives: UnusedDirective[] = [];
  const files = [...host.files()].sort();
  for (const file of files) {
    const results = resultsOf(file);
    findings.push(...results.findings);
    unusedDirectives.push(...results.unused);
    const left = skippedFile(file, project.facts(file));
    if (left) skipped.push(left);
  }
  const analysedFiles = files.length - skipped.length;
  return { version, root: host.root, findings, analysedFiles, skipped, unusedDirectives, warnings: [] };
}
