import type { ValueId } from '../model/facts.ts';
import type { Edge, FileNode, FunctionNode } from './nodes.ts';
import { valueOf } from './unit.ts';

/** Something whose number of items, or whose value, decides how long a function computes. */
export interface WorkSize {
  readonly kind: 'items' | 'number';
  readonly file: FileNode;
  /** A value of the file, and the names of members below it. */
  readonly root: ValueId;
  readonly path: readonly string[];
  /** The source text of it, where the loop stands. */
  readonly text: string;
}

/** The work doubles, say, with each step. */
export interface Growth {
  /** By how much it grows with each step; 0 for a factorial. */
  readonly rate: number;
  readonly of: WorkSize | number;
}

/** Loops in each other, in one function or along calls: `steps × rounds × size₁ × size₂ …`. */
export interface WorkTerm {
  /** Steps of the innermost round. */
  readonly steps: number;
  /** Rounds that do not hang on any data. */
  readonly rounds: number;
  readonly sizes: readonly WorkSize[];
  readonly growth?: Growth | undefined;
  /** From the function down to the innermost loop. */
  readonly way: Way;
}

/** One step of the way: a loop, or a call. */
export interface Way {
  readonly node: FunctionNode;
  readonly kind: 'loop' | 'call' | 'recursion';
  /** Index of the loop, or of the call. */
  readonly index: number;
  readonly next: Way | undefined;
  /** How many calls it leads through. */
  readonly calls: number;
}

/** How long a call of a function computes. */
export interface FunctionWork {
  /** Steps that hang on no data, as far as they are known. */
  readonly steps: number;
  /** The largest terms. */
  readonly terms: readonly WorkTerm[];
}

/** Equal keys are the same data. Calls of one function have one value, so what they return is told apart by its name. */
export function sizeKey({ file, root, path, kind, text }: WorkSize): string {
  const { unit } = file;
  const isResult = unit !== undefined && valueOf(unit, root)[0] === 'result';
  return `${kind[0] ?? ''}${file.id}:${root}.${path.join('.')}${isResult ? ` ${text}` : ''}`;
}

/** Terms are compared as if all data were this long. */
const TYPICAL = 1000;

function typicalSteps({ steps, rounds, sizes, growth }: WorkTerm): number {
  return steps * rounds * TYPICAL ** sizes.length * (growth ? 1e9 : 1);
}

/** Fewer steps than this that hang on no data are no term of their own. */
export const SMALL_STEPS = 100_000;
const MAX_TERMS = 5;
const MAX_SIZES = 4;
const MAX_CALLS = 8;
/** One pass over data matters to callers that are near: they may make it in a loop. */
const MAX_CALLS_OF_PASS = 3;

export function isKept(term: WorkTerm): boolean {
  return isKeptAfter(term, term.way.calls);
}

/** Whether a term is kept if its way leads through so many calls. */
export function isKeptAfter({ sizes, growth, steps, rounds }: Omit<WorkTerm, 'way'>, calls: number): boolean {
  if (sizes.length > MAX_SIZES || calls > MAX_CALLS) return false;
  if (growth) return true;
  if (sizes.length === 0) return steps * rounds >= SMALL_STEPS;
  return sizes.length > 1 || calls <= MAX_CALLS_OF_PASS;
}

/** The largest terms, at most one for each place in the function. */
export function largest(terms: readonly WorkTerm[]): readonly WorkTerm[] {
  if (terms.length < 2) return terms;
  const best: WorkTerm[] = [];
  for (const term of [...terms].sort(compareTerms)) {
    const isTold = best.some(
      ({ way }) => way.node === term.way.node && way.kind === term.way.kind && way.index === term.way.index,
    );
    if (!isTold) best.push(term);
    if (best.length === MAX_TERMS) break;
  }
  return best;
}

function compareTerms(a: WorkTerm, b: WorkTerm): number {
  return typicalSteps(b) - typicalSteps(a) || compareOrder(a, b);
}

/** Orders equal terms by what does not depend on the order of work. */
function compareOrder(a: WorkTerm, b: WorkTerm): number {
  let [one, other]: (Way | undefined)[] = [a.way, b.way];
  while (one && one.node === other?.node && one.index === other.index) [one, other] = [one.next, other.next];
  return one && other ? compareText(stepKey(one), stepKey(other)) : compareText(orderKey(one, a), orderKey(other, b));
}

function orderKey(rest: Way | undefined, { sizes }: WorkTerm): string {
  const sizeKeys = sizes.map(({ file, root, path, text }) => `${file.path}:${root}.${path.join('.')}${text}`);
  return (rest ? stepKey(rest) : '') + sizeKeys.join();
}

function stepKey({ node, index }: Way): string {
  return `${node.file.path}#${node.key}:${index};`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function sameWork(a: FunctionWork | undefined, b: FunctionWork | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.steps === b.steps &&
    a.terms.length === b.terms.length &&
    a.terms.every((term, index) => sameTerm(term, b.terms[index]))
  );
}

function sameTerm(a: WorkTerm, b: WorkTerm | undefined): boolean {
  if (a.steps !== b?.steps || a.rounds !== b.rounds || a.sizes.length !== b.sizes.length) return false;
  if (a.growth?.rate !== b.growth?.rate || !sameGrowthSize(a.growth?.of, b.growth?.of)) return false;
  return a.sizes.every((size, index) => sameSize(size, b.sizes[index])) && sameWay(a.way, b.way);
}

function sameGrowthSize(a: WorkSize | number | undefined, b: WorkSize | number | undefined): boolean {
  return typeof a === 'object' && typeof b === 'object' ? sameSize(a, b) : a === b;
}

function sameSize(a: WorkSize, b: WorkSize | undefined): boolean {
  return a === b || (a.text === b?.text && sizeKey(a) === sizeKey(b));
}

function sameWay(a: Way | undefined, b: Way | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return a.node === b.node && a.kind === b.kind && a.index === b.index && sameWay(a.next, b.next);
}

export function leadsThrough(way: Way, node: FunctionNode): boolean {
  for (let step: Way | undefined = way; step; step = step.next) if (step.node === node) return true;
  return false;
}

export function wayStep(node: FunctionNode, kind: Way['kind'], index: number, next: Way | undefined): Way {
  return { node, kind, index, next, calls: (next?.calls ?? 0) + (kind === 'call' ? 1 : 0) };
}

/** A way that begins with a call. */
export function calling({ from, call }: Edge, next: Way): Way {
  return wayStep(from, 'call', call, next);
}
