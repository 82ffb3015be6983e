import type { Project } from '../engine/project.ts';
import type { FileFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { FileEdits, Surroundings } from '../model/fix.ts';
import { applyEdits } from './apply-edits.ts';
import type { TypeCheck } from '../model/type-check.ts';
import type { PackageInfo } from './host.ts';
import { pageUse } from './page-code.ts';
import { extractSource, prepareSources } from './languages.ts';

export interface TrialOptions {
  readonly project: Project;
  readonly read: (file: string) => Promise<string>;
  readonly findings: (file: string) => readonly Finding[];
  readonly packageOf: (file: string) => PackageInfo | undefined;
  /** Says which type error would be new. */
  readonly checkTypes: (check: Omit<TypeCheck, 'root'>) => Promise<string | undefined>;
  /** Files that are there only while something is tried out: specifiers may lead to them. */
  readonly created: Set<string>;
}

/** Texts that are changed in memory only, analysed as if they were saved. */
export interface Trial {
  /** The text of a file, with the changes that are kept. */
  read(file: string): Promise<string>;
  /** What is known of the project of a file. */
  about(file: string): Surroundings;
  /** Which versions of packages its project allows. */
  rangesOf(file: string): ReadonlyMap<string, string> | undefined;
  /** Applies edits and analyses again; says what speaks against them. */
  apply(changes: readonly FileEdits[], finding: Finding): Promise<string | undefined>;
  /** Keeps what was applied last. */
  keep(): void;
  /** Takes back what was applied last and is not kept. */
  rollBack(): void;
  /** Takes everything back. */
  restore(): void;
  changes(): TextChange[];
}

/** A file before and after; `before` of one that does not exist yet is undefined. */
export interface TextChange {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
}

interface Version {
  /** Undefined: there is no such file. */
  readonly text: string | undefined;
  readonly facts: FileFacts | undefined;
}

export function createTrial({ project, read, findings, packageOf, checkTypes, created }: TrialOptions): Trial {
  const originals = new Map<string, Version>();
  const kept = new Map<string, Version>();
  let pending = new Map<string, Version>();

  const current = async (file: string): Promise<string> =>
    kept.get(file)?.text ?? originals.get(file)?.text ?? read(file);
  const show = (versions: ReadonlyMap<string, Version>): ReadonlySet<string> => {
    for (const [file, { text }] of versions) {
      if (text === undefined) created.delete(file);
      else if (originals.get(file)?.text === undefined) created.add(file);
    }
    return project.update([...versions].map(([path, { facts }]) => ({ path, facts })));
  };
  const before = (files: Iterable<string>): Map<string, Version> =>
    new Map([...files].map((file) => [file, kept.get(file) ?? originals.get(file)!]));

  const trial: Trial = {
    read: current,
    about: (file) => ({ ...surroundingsIn(packageOf(file)), mayBePage: () => pageUse(project, file) !== 'none' }),
    rangesOf: (file) => packageOf(file)?.ranges,
    async apply(changes, finding) {
      await prepareSources(changes.map(({ file }) => file));
      const next = new Map<string, Version>();
      for (const { file, edits, isNew } of changes) {
        const isMissing = isNew === true && !kept.has(file);
        const text = isMissing ? '' : await current(file);
        const facts = project.facts(file);
        if (!originals.has(file)) originals.set(file, { text: isMissing ? undefined : text, facts });
        next.set(file, analysed(file, applyEdits(text, edits), facts));
      }
      const broken = problemIn(next);
      if (broken !== undefined) return broken;
      const changed = show(next);
      const found = [...changed].flatMap((file) => findings(file));
      show(before(next.keys()));
      const had = [...changed].flatMap((file) => findings(file));
      const problem = compare(project, had, found, finding) ?? (await typeProblem(checkTypes, kept, next));
      if (problem === undefined) {
        show(next);
        pending = next;
      }
      return problem;
    },
    keep() {
      for (const [file, version] of pending) kept.set(file, version);
      pending = new Map();
    },
    rollBack() {
      if (pending.size > 0) show(before(pending.keys()));
      pending = new Map();
    },
    restore() {
      trial.rollBack();
      show(originals);
    },
    changes: () => changesBetween(originals, kept),
  };
  return trial;
}

/** A type error that was not there before. */
async function typeProblem(
  checkTypes: TrialOptions['checkTypes'],
  kept: ReadonlyMap<string, Version>,
  next: ReadonlyMap<string, Version>,
): Promise<string | undefined> {
  const texts = (versions: Iterable<[string, Version]>) =>
    [...versions].map(([file, { text }]) => [file, text] as const);
  const after = texts(new Map([...kept, ...next]));
  const error = await checkTypes({ changed: [...next.keys()], before: texts(kept), after });
  return error && `there would be a type error: ${error}`;
}

function changesBetween(before: ReadonlyMap<string, Version>, after: ReadonlyMap<string, Version>): TextChange[] {
  return [...after]
    .map(([file, { text }]) => ({ file, before: before.get(file)?.text, after: text ?? '' }))
    .filter((change) => change.before !== change.after);
}

function problemIn(versions: ReadonlyMap<string, Version>): string | undefined {
  for (const [file, { facts }] of versions)
    if (facts?.problem) return `${file} would not parse: ${facts.problem.message}`;
  return versions.size === 0 ? 'nothing would change' : undefined;
}

function surroundingsIn(info: PackageInfo | undefined): Surroundings {
  return { packages: info?.dependencies ?? new Set(), oldest: info?.oldest };
}

/** What package.json says of a file does not stand in its text. */
function analysed(file: string, text: string, before: FileFacts | undefined): Version {
  const facts = extractSource(file, text);
  const roles = new Set([...facts.roles, ...(before?.roles ?? [])]);
  return { text, facts: { ...facts, roles: [...roles] } };
}

/** The finding must be gone, and nothing may be there that was not. */
function compare(
  project: Project,
  had: readonly Finding[],
  found: readonly Finding[],
  finding: Finding,
): string | undefined {
  const before = countByPlace(had);
  const after = countByPlace(found);
  const place = placeOf(finding);
  if ((after.get(place)?.count ?? 0) >= (before.get(place)?.count ?? 0)) return 'the finding would still be there';
  for (const [key, { count, example }] of after) {
    if (count <= (before.get(key)?.count ?? 0) || isOfAwaits(example)) continue;
    if (!isOldOperation(project, example)) return `${example.operation.name} would be a new finding`;
  }
  return undefined;
}

function countByPlace(findings: readonly Finding[]): Map<string, { count: number; readonly example: Finding }> {
  const counts = new Map<string, { count: number; readonly example: Finding }>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const known = counts.get(place);
    if (known) known.count++;
    else counts.set(place, { count: 1, example: finding });
  }
  return counts;
}

/** By the operation and the function that does it: which call leads there may change, and where the function stands. */
function placeOf({ rule, operation, path }: Finding): string {
  const last = path.at(-1);
  return [rule, operation.name, last?.caller].join('\n');
}

/** Waits in a loop or in a row are what a fix leaves; they are for the next one. */
function isOfAwaits({ rule }: Finding): boolean {
  return rule.includes('await');
}

/** Whether the operation was in its function before, where another one hid it. */
function isOldOperation(project: Project, { operation, path }: Finding): boolean {
  const last = path.at(-1);
  if (!last) return false;
  return project
    .functions(last.file)
    .some(
      ({ facts, hits }) =>
        (facts.name === last.caller || areCallbacks(facts.name, last.caller)) &&
        hits.some(({ api }) => api?.name === operation.name),
    );
}

/** Callbacks are named after the call that takes them, which may be written in another way now. */
function areCallbacks(...names: readonly string[]): boolean {
  return names.every((name) => name.startsWith('callback of '));
}
