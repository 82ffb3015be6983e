import type { Project } from '../engine/project.ts';
import type { AsyncPlan } from '../engine/plan/plan-async.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import type { Fix, FixStrategy, Stop } from '../model/fix.ts';
import { compareRanges, type Range } from '../model/range.ts';
import type { TypeCheck } from '../model/type-check.ts';
import { togetherFix } from './await-together.ts';
import type { CompilerOptions, PackageInfo } from './host.ts';
import { nextBest } from './next-best.ts';
import { carryOut, textOf } from './carry-out.ts';
import { makesCopies, rewriteExpression } from './languages.ts';
import { elsewhereFix } from './elsewhere.ts';
import { titleOf } from './fix-title.ts';
import { moveJobFix } from './move-job.ts';
import { offloadFix, yieldFix } from './offload.ts';
import { unthreadFix } from './unthread.ts';
import { createTrial, type TextChange, type Trial } from './trial.ts';

export interface FixerOptions {
  readonly project: Project;
  readonly read: (file: string) => Promise<string>;
  readonly files: () => readonly string[];
  /** As the session shows them. */
  readonly findings: (file: string) => readonly Finding[];
  /** Names of the packages that a file may import. */
  readonly dependencies: (file: string) => ReadonlySet<string>;
  readonly packageOf: (file: string) => PackageInfo | undefined;
  readonly compilerOf: (file: string) => CompilerOptions | undefined;
  readonly checkTypes: (check: Omit<TypeCheck, 'root'>) => Promise<string | undefined>;
  /** Files that are there only while fixes are tried out. */
  readonly created: Set<string>;
}

export interface FixAllOptions {
  /** Only findings in these files; all if there are none. */
  readonly files?: readonly string[] | undefined;
  readonly rules?: readonly RuleId[] | undefined;
  /** Only fixes that change nothing but these files. */
  readonly within?: readonly string[] | undefined;
  /** Fixes with warnings as well. */
  readonly unsafe?: boolean | undefined;
}

export interface FixAllResult {
  /** Texts before and after, of the files that change. */
  readonly changes: readonly TextChange[];
  readonly applied: readonly { readonly finding: Finding; readonly fix: Fix }[];
  readonly refused: readonly { readonly finding: Finding; readonly fix: Fix | undefined }[];
}

/** Fixes for the findings that a range touches. */
export async function fixesAt(options: FixerOptions, file: string, range: Range): Promise<readonly Fix[]> {
  const trial = createTrial(options);
  const fixes: Fix[] = [];
  for (const finding of options.findings(file)) {
    if (!touches(finding.range, range)) continue;
    const fix = await fixOf(options, trial, finding);
    if (fix) fixes.push(fix);
    trial.rollBack();
    const other = finding.rule === 'await-in-loop' ? await togetherFix(options, trial, finding, false) : undefined;
    if (other && other.title !== fix?.title) fixes.push({ ...other, isPreferred: false });
    trial.rollBack();
  }
  return fixes;
}

/** Applies one fix after the other in memory, until there is none left; the session is as before then. */
export async function fixAll(options: FixerOptions, choice: FixAllOptions): Promise<FixAllResult> {
  const trial = createTrial(options);
  const applied: { finding: Finding; fix: Fix }[] = [];
  const refused = new Map<string, { finding: Finding; fix: Fix | undefined }>();
  const wanted = choice.files && new Set(choice.files);
  try {
    for (const file of [...options.files()].sort()) {
      if (wanted && !wanted.has(file)) continue;
      for (;;) {
        const finding = options
          .findings(file)
          .find((candidate) => isWanted(candidate, choice) && !refused.has(candidate.fingerprint));
        if (!finding) break;
        const fix = await fixOf(options, trial, finding);
        if (fix && isAllowed(fix, choice)) {
          trial.keep();
          applied.push({ finding, fix });
        } else {
          trial.rollBack();
          refused.set(finding.fingerprint, { finding, fix });
        }
      }
    }
    // Another fix may have taken away what had none of its own.
    const left = [...refused.values()].filter(({ finding: { file, fingerprint } }) =>
      options.findings(file).some((finding) => finding.fingerprint === fingerprint),
    );
    return { changes: trial.changes(), applied, refused: left };
  } finally {
    trial.restore();
  }
}

function isAllowed({ disabled, safety, tests, changes }: Fix, { unsafe, within }: FixAllOptions): boolean {
  if (disabled || tests || (safety !== 'safe' && unsafe !== true)) return false;
  return changes.every(({ file }) => within?.includes(file) ?? true);
}

/** Nobody waits for what hints speak of. */
function isWanted({ rule, severity, suppression }: Finding, { rules }: FixAllOptions): boolean {
  return severity !== 'hint' && suppression === undefined && (rules === undefined || rules.includes(rule));
}

function touches(a: Range, b: Range): boolean {
  return (
    compareRanges([a[0], a[1], 0, 0], [b[2], b[3], 0, 0]) <= 0 &&
    compareRanges([b[0], b[1], 0, 0], [a[2], a[3], 0, 0]) <= 0
  );
}

/** The way out of a finding, tried out in memory: the trial holds the result. */
async function fixOf(options: FixerOptions, trial: Trial, finding: Finding): Promise<Fix | undefined> {
  const { expression } = finding.operation;
  if (expression?.safer !== undefined) return saferFix(trial, finding, expression.safer);
  if (finding.together) return togetherFix(options, trial, finding, true);
  const moved = await moveJobFix(trial, finding);
  if (moved) return moved;
  if (finding.rule === 'parallelism-for-io') {
    const call = await unthreadFix(options, trial, finding);
    if (call) return call;
  }
  const twin = expression ? undefined : await asyncFix(options, trial, finding);
  if (twin && !twin.disabled) return twin;
  const thread = (await offloadFix(options, trial, finding)) ?? (await elsewhereFix(options, trial, finding, twin));
  if (thread && !thread.disabled) return thread;
  return (await yieldFix(options, trial, finding, thread?.disabled?.reason)) ?? thread ?? twin;
}

/** The pattern that the rule found to match the same. */
async function saferFix(trial: Trial, finding: Finding, safer: string): Promise<Fix | undefined> {
  const { pattern = '', flags = '' } = finding.operation.expression ?? {};
  for (const file of new Set(finding.path.map((step) => step.file).reverse())) {
    const text = await textOf(trial, file);
    const { edits = [] } = text === undefined ? {} : await rewriteExpression(file, text, { pattern, flags, safer });
    if (edits.length === 0) continue;
    const changes = [{ file, edits }];
    if ((await trial.apply(changes, finding)) !== undefined) return undefined;
    return {
      title: `Use /${safer}/${flags}, which takes linear time`,
      kind: 'quickfix',
      rule: finding.rule,
      strategy: 'safer-expression',
      finding: finding.fingerprint,
      functions: 0,
      changes,
      ...judged(['that it matches the same was tried on texts, not proved']),
    };
  }
  return undefined;
}

/** Through an asynchronous twin, or a timer; with asynchronous copies of helpers where they cannot change themselves. */
async function asyncFix({ project }: FixerOptions, trial: Trial, finding: Finding): Promise<Fix | undefined> {
  const plan = project.planAsync(finding);
  const fix = plan && (await tryPlan(project, trial, finding, plan));
  if (!fix?.disabled) return fix;
  const copies = (await makesCopies(finding.file)) ? project.planCopies(finding) : undefined;
  const other = copies && (await tryPlan(project, trial, finding, copies));
  return other && !other.disabled ? other : fix;
}

async function tryPlan(project: Project, trial: Trial, finding: Finding, plan: AsyncPlan): Promise<Fix> {
  const { changes, stops, warnings, swap, dropped } = await carryOut(trial, plan);
  if (stops.length > 0) return disabled(finding, plan, stops);
  // The functions of the plan are other ones once the edits are analysed.
  const draft = outline(finding, plan, swap);
  const problem = (await trial.apply(changes, finding)) ?? missingCopy(project, plan);
  if (problem !== undefined) {
    trial.rollBack();
    return disabled(finding, plan, [{ kind: 'not verified', message: problem, file: finding.file, at: finding.range }]);
  }
  const hasty = dropped.filter(({ file }) => project.facts(file)?.roles.includes('test') === true);
  const doubles = [...plan.doubles, ...hasty.map(({ file, line }) => `${file}:${line} does not wait`)];
  const looks = doubles.map((place) => `${place}: the test has to change with it`);
  return { ...draft, changes, ...judged([...warnings, ...looks]), ...(doubles.length > 0 && { tests: doubles }) };
}

/** A copy that a changed call does not lead to: then the finding is gone only because nobody knows what is called. */
function missingCopy(project: Project, { files }: AsyncPlan): string | undefined {
  for (const { file, awaits } of files) {
    for (const { copy } of awaits) {
      if (copy === undefined) continue;
      const edges = project.functions(file).flatMap(({ out }) => out.filter(({ isCall }) => isCall));
      const isCalled = edges.some(({ to: { facts } }) => facts.name.replace(/^.*[.#]/, '') === copy);
      if (!isCalled) return `the calls in ${file} would not reach ${copy}`;
    }
  }
  return undefined;
}

function judged(warnings: readonly string[]): Pick<Fix, 'safety' | 'isPreferred' | 'warnings'> {
  return { safety: warnings.length === 0 ? 'safe' : 'unsafe', isPreferred: true, warnings };
}

function strategyOf({ rule }: Finding, { functions, copies }: AsyncPlan): FixStrategy {
  if (copies.length > 0) return 'async-copy';
  if (rule === 'blocking-sleep') return 'sleep';
  return functions.length === 0 ? 'await-twin' : 'carry-async';
}

function outline(
  finding: Finding,
  plan: AsyncPlan,
  swap?: string,
): Omit<Fix, 'changes' | 'safety' | 'isPreferred' | 'warnings'> {
  return {
    title: titleOf(plan, swap),
    kind: 'quickfix',
    rule: finding.rule,
    strategy: strategyOf(finding, plan),
    finding: finding.fingerprint,
    functions: plan.functions.length,
  };
}

function disabled(finding: Finding, plan: AsyncPlan, stops: readonly Stop[]): Fix {
  const reason = stops[0]?.message ?? '';
  const next = nextBest(stops[0]?.kind ?? '', plan);
  return {
    ...outline(finding, plan),
    changes: [],
    safety: 'unsafe',
    isPreferred: false,
    warnings: [],
    disabled: { reason, stops, ...(next === undefined ? {} : { next }) },
  };
}
