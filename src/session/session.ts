import type { Catalog } from '../catalog/types.ts';
import { createProject, type Project } from '../engine/project.ts';
import type { Finding, RuleId, Severity } from '../model/finding.ts';
import type { Report, SkippedFile, UnusedDirective } from '../model/report.ts';
import { rules } from '../rules/index.ts';
import { witnessTrees, type WitnessTree } from './graph.ts';
import type { Host } from './host.ts';
import { applyDirectives, type Suppressed } from './suppress.ts';

export interface SessionOptions {
  readonly catalog: Catalog;
  /** Tool version, for the report. */
  readonly version: string;
  /** A severity for all findings of a rule, or `off`. */
  readonly severities?: Readonly<Partial<Record<RuleId, Severity | 'off'>>> | undefined;
}

export interface FileChange {
  readonly file: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** How much there is to analyse. */
export interface ProjectSizes {
  readonly files: number;
  readonly lines: number;
  readonly functions: number;
  readonly calls: number;
}

/** The one door: what the command line and the editors ask. */
export interface Session {
  /** Takes changed files in; returns the files whose findings are other ones now. The first call takes in all files. */
  update(changes?: readonly FileChange[]): Promise<ReadonlySet<string>>;
  /** Sorted by place; suppressed ones are included and marked. */
  findings(file: string): readonly Finding[];
  unusedDirectives(file: string): readonly UnusedDirective[];
  /** The report on all files; takes in all files if none were. */
  audit(): Promise<Report>;
  sizes(): ProjectSizes;
  /** What a function calls on the way to blocking work. */
  graph(file: string, functionName: string): readonly WitnessTree[];
}

export function createSession(host: Host, options: SessionOptions): Session {
  const project = createProject({
    catalog: options.catalog,
    rules: rules.filter((rule) => options.severities?.[rule.id] !== 'off'),
    resolve: (from, specifier) => host.resolve(from, specifier),
    dependencies: (file) => host.packageOf?.(file)?.dependencies ?? NO_DEPENDENCIES,
    isPublic: (file) => host.packageOf?.(file)?.isPublic ?? false,
  });
  let isStarted = false;

  const resultsOf = (file: string): Suppressed => {
    const findings = project.findings(file).map((finding) => withSeverity(finding, options.severities));
    return applyDirectives(file, project.facts(file), findings);
  };
  const update = async (changes: readonly FileChange[] = []): Promise<ReadonlySet<string>> => {
    const all = isStarted ? changes : host.files().map((file): FileChange => ({ file, kind: 'created' }));
    isStarted = true;
    const present = all.filter(({ kind }) => kind !== 'deleted').map(({ file }) => file);
    const facts = await host.facts(present);
    const gone = all.filter(({ kind }) => kind === 'deleted');
    return project.update([
      ...present.map((path, index) => ({ path, facts: facts[index] })),
      ...gone.map(({ file }) => ({ path: file, facts: undefined })),
    ]);
  };
  return {
    update,
    findings: (file) => resultsOf(file).findings,
    unusedDirectives: (file) => resultsOf(file).unused,
    async audit() {
      if (!isStarted) await update();
      return reportOf(host, options, project, resultsOf);
    },
    sizes: () => sizesOf(host, project),
    graph: (file, functionName) => witnessTrees(project, file, functionName),
  };
}

/** What rules say, for reports. */
export { rules } from '../rules/index.ts';

const NO_DEPENDENCIES: ReadonlySet<string> = new Set();

function withSeverity(finding: Finding, severities: SessionOptions['severities']): Finding {
  const severity = severities?.[finding.rule];
  return severity === undefined || severity === 'off' ? finding : { ...finding, severity };
}

function sizesOf(host: Host, project: Project): ProjectSizes {
  const sizes = { files: 0, lines: 0, functions: 0, calls: 0 };
  for (const file of host.files()) {
    const facts = project.facts(file);
    if (!facts) continue;
    sizes.files += 1;
    sizes.lines += facts.lines;
    sizes.functions += facts.functions.length;
    for (const { calls } of facts.functions) sizes.calls += calls.length;
  }
  return sizes;
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
    const problem = project.facts(file)?.problem;
    if (problem) skipped.push({ file, reason: problem.message, ...(problem.at ? { at: problem.at } : {}) });
  }
  const analysedFiles = files.length - skipped.length;
  return { version, root: host.root, findings, analysedFiles, skipped, unusedDirectives, warnings: [] };
}
