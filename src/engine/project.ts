import type { Catalog } from '../catalog/types.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { Finding, WorkLimits } from '../model/finding.ts';
import type { LanguageTraits, WaitingCode } from '../model/traits.ts';
import type { WorkProfile } from '../model/work-profile.ts';
import { createApiPaths } from './api-paths.ts';
import { apisAt, type ApiCall } from './apis-at.ts';
import { defaultLimits } from './estimate.ts';
import { createEvaluations } from './evaluate.ts';
import { createExposureStore } from './exposure-store.ts';
import { createFindingStore } from './finding-store.ts';
import { relink, touchedFunctions, type FactsChange, type LinkerOptions, type Resolve } from './linker.ts';
import type { Audit } from './plan/audit.ts';
import { planAsync, type AsyncPlan, type WaitPlan } from './plan/plan-async.ts';
import { planCopies } from './plan/plan-copies.ts';
import { type CallPlace, entryCut, offloadCuts, planOffload, type OffloadCut } from './plan/plan-offload.ts';
import { createFileNode, type FileNode, type FunctionNode } from './nodes.ts';
import { profileOf } from './profile/profile.ts';
import { updatePrograms } from './programs.ts';
import { serverModules } from './registrations.ts';
import { updateReach } from './reach.ts';
import type { Rule } from './rule.ts';
import { createSurveyStore } from './survey-store.ts';
import { updateSummaries } from './summaries.ts';
import { updateWork } from './update-work.ts';

export interface ProjectOptions {
  readonly catalog: Catalog;
  /** By the name of a language. */
  readonly traits: (language: string) => LanguageTraits;
  readonly rules: readonly Rule[];
  readonly resolve: Resolve;
  /** Another value whenever `resolve` may give other answers than before; undefined: it may at any time. */
  readonly layout?: (() => unknown) | undefined;
  /** What the nearest package.json of a file depends on. */
  readonly dependencies?: ((file: string) => ReadonlySet<string>) | undefined;
  /** The oldest version of its language that a file has to run on, where its project says. */
  readonly oldest?: ((file: string) => string | undefined) | undefined;
  /** Whether other projects import the file. */
  readonly isPublic?: ((file: string) => boolean) | undefined;
  /** Which versions of a package the package of a file accepts, as it writes that. */
  readonly rangeOf?: ((file: string, name: string) => string | undefined) | undefined;
  /** What counts as heavy. */
  readonly limits?: Partial<WorkLimits> | undefined;
}

/** All files of a workspace, linked: facts in, findings out. */
export interface Project {
  /** Takes changes in; returns the files whose findings are other ones now. */
  update(changes: readonly FactsChange[]): ReadonlySet<string>;
  /** Expressions that matter, and of which nothing is known yet. */
  unknownExpressions(): readonly Expression[];
  /** Takes in what an analyser says of expressions, by their source text; returns the files whose findings are other ones now. */
  learn(verdicts: ReadonlyMap<string, ExpressionVerdict>): ReadonlySet<string>;
  findings(path: string): readonly Finding[];
  facts(path: string): FileFacts | undefined;
  functions(path: string): readonly FunctionNode[];
  /** What is known of the work of a function; rules have the words for it. */
  profile(node: FunctionNode, rules: readonly Rule[]): WorkProfile;
  /** What has to change so that the operation of a finding need not block. */
  planAsync(finding: Finding): AsyncPlan | undefined;
  /** The same with asynchronous copies of helpers, which stay as they are for their other callers. */
  planCopies(finding: Finding): AsyncPlan | undefined;
  /** Where the computation of a finding can be handed to a thread, outermost first. */
  offloadCuts(finding: Finding): readonly OffloadCut[];
  /** What rewriting the code of a file to wait has to know. */
  waitingCode(path: string): WaitingCode | undefined;
  /** The call that a finding stands at. */
  entryCut(finding: Finding): CallPlace | undefined;
  planOffload(cut: CallPlace, shape?: string): WaitPlan;
  /** What the catalog knows of the call whose name is at a place. */
  apisAt(path: string, line: number, character: number): readonly ApiCall[];
}

export function createProject(options: ProjectOptions): Project {
  const files = new Map<string, FileNode>();
  const paths = createApiPaths(options.catalog);
  const fileNode = (path: string): FileNode => {
    let file = files.get(path);
    if (!file) files.set(path, (file = createFileNode(path)));
    return file;
  };
  const linking: LinkerOptions = {
    ...options,
    mayHaveMoved: watch(options.layout),
    paths,
    evaluations: createEvaluations(options.catalog, paths),
    files,
    fileNode,
  };
  const isPublic = options.isPublic ?? (() => false);
  const view = { isPublic, canServe: canServe(options), commandLines: options.catalog.commandLines };
  const audit = { files, evaluation: linking.evaluations.full, isPublic, rangeOf: options.rangeOf };
  const slowRegex = options.rules.find(({ id }) => id === 'slow-regex');
  const exposures = createExposureStore(linking.evaluations.full, slowRegex, isPublic);
  const weighing = { evaluation: linking.evaluations.full, limits: { ...defaultLimits, ...options.limits } };
  const ofFunctions = options.rules.filter(({ id }) => id === 'concurrency-for-cpu' || id === 'parallelism-for-io');
  const surveys = createSurveyStore(weighing, ofFunctions, isPublic);
  const store = createFindingStore(options.rules, weighing, isPublic, (path) => [
    ...exposures.findings(path),
    ...surveys.findings(path),
  ]);
  const refresh = (paths: ReadonlySet<string>): ReadonlySet<string> =>
    store.refresh([...paths].flatMap((path) => files.get(path) ?? []));

  return {
    update(changes) {
      const relinked = relink(linking, changes);
      const touched = [...touchedFunctions(relinked)];
      const altered = new Set([...updateSummaries(touched), ...updateWork(touched)]);
      const looked = new Set([...relinked.files, ...[...relinked.outside].map(({ file }) => file)]);
      const bodies = updatePrograms(looked, view).flatMap(({ unit }) => unit?.functions[0] ?? []);
      const reached = updateReach([...touched, ...bodies]);
      const stale = [...touched, ...reached, ...altered];
      const further = new Set([...exposures.update(relinked, stale), ...surveys.update(relinked, stale)]);
      const changed = store.update(relinked, touched, altered, reached);
      return further.size === 0 ? changed : new Set([...changed, ...refresh(further)]);
    },
    unknownExpressions: () => exposures.unknown(),
    learn: (verdicts) => refresh(exposures.learn(verdicts)),
    findings: (path) => store.findings(path),
    facts: (path) => files.get(path)?.unit?.facts,
    functions: (path) => files.get(path)?.unit?.functions ?? [],
    profile: (node, rules) => profileOf({ ...weighing, rules }, node),
    ...plansOver(audit),
    apisAt(path, line, character) {
      const unit = files.get(path)?.unit;
      return unit ? apisAt(linking.evaluations.full, unit, line, character) : [];
    },
  };
}

/** What can be planned, for a language to carry out. */
function plansOver(
  audit: Audit,
): Pick<Project, 'planAsync' | 'planCopies' | 'offloadCuts' | 'waitingCode' | 'entryCut' | 'planOffload'> {
  return {
    planAsync: (finding) => planAsync(audit, finding),
    planCopies: (finding) => planCopies(audit, finding),
    offloadCuts: (finding) => offloadCuts(audit, finding),
    waitingCode: (path) => audit.files.get(path)?.unit?.traits.waitingCode,
    entryCut: (finding) => entryCut(audit, finding),
    planOffload: (cut, shape) => planOffload(audit, cut, shape),
  };
}

/** Says whether a value is, or may be, another one than when it was asked last. */
function watch(value: (() => unknown) | undefined): () => boolean {
  let last: unknown;
  return () => {
    const before = last;
    last = value?.();
    return last === undefined || last !== before;
  };
}

/** Whether the package of a file depends on something to serve others with. */
function canServe({ catalog, dependencies }: ProjectOptions): (file: string) => boolean {
  const servers = serverModules(catalog);
  const answers = new WeakMap<ReadonlySet<string>, boolean>();
  return (file) => {
    const names = dependencies?.(file);
    if (!names) return true;
    let answer = answers.get(names);
    if (answer === undefined) answers.set(names, (answer = [...names].some((name) => servers.has(name))));
    return answer;
  };
}
