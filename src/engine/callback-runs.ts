import { CallFlag, type CallFacts } from '../model/facts.ts';
import type { CallbackEntry } from '../catalog/types.ts';
import { calleeAround, type Alignment } from './align.ts';
import { argumentAt, parameterFor, takes } from './arguments.ts';
import { sameNames } from './call-sites.ts';
import { consult, inProgress, type Evaluation } from './evaluation.ts';
import { lastName } from './last-name.ts';
import type { FunctionNode } from './nodes.ts';
import { targetsOf, type Targets } from './targets.ts';
import { tagOf, valueOf, type Unit } from './unit.ts';

/** When a function runs that is handed to a call. A set of bits, since a callee may do several things with it. */
export const Runs = { Now: 1, Continuation: 2, Later: 4, Off: 8, Unknown: 16 } as const;

export interface ArgumentRuns {
  readonly runs: number;
  /** What the catalog says of it. */
  readonly entry: CallbackEntry | undefined;
  /** Only the method's name says so: an event that nobody knows may or may not come. */
  readonly isGuess: boolean;
}

const NEVER: ArgumentRuns = { runs: 0, entry: undefined, isGuess: false };
export const UNKNOWN_RUNS: ArgumentRuns = { ...NEVER, runs: Runs.Unknown };
const OFF_RUNS: ArgumentRuns = { ...NEVER, runs: Runs.Off };

const BITS: Record<CallbackEntry['runs'], number> = {
  now: Runs.Now,
  continuation: Runs.Continuation,
  later: Runs.Later,
  offload: Runs.Off,
  start: Runs.Off,
  exit: Runs.Off,
};

export function runsOf(entry: CallbackEntry): number {
  return BITS[entry.runs];
}

/** How a call runs a function that is its argument, by what its callee is. */
export function argumentRuns(
  evaluation: Evaluation,
  unit: Unit,
  call: CallFacts,
  targets: Targets,
  argument: number,
): ArgumentRuns {
  if (call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) return OFF_RUNS;
  let all = NEVER;
  for (const target of targets.found) {
    if (target.kind === 'function') {
      const parameter = parameterFor(call, target.node, argument);
      all = merge(all, parameterRuns(evaluation, unit, target.node, parameter));
    } else all = merge(all, entryRuns(evaluation, unit, call, target.path.callbacks, argument));
  }
  if (all.runs === 0) all = byMethodName(evaluation, unit, call, argument);
  return all.runs === 0 ? UNKNOWN_RUNS : all;
}

/** Methods that are known by name where the receiver is not, as those of built-in collections. */
function byMethodName(evaluation: Evaluation, unit: Unit, call: CallFacts, argument: number): ArgumentRuns {
  const entries = anyMethod(evaluation, unit, call);
  if (!entries) return NEVER;
  const found = entryRuns(evaluation, unit, call, entries, argument);
  return found.runs & Runs.Later ? { ...found, isGuess: true } : found;
}

function anyMethod(evaluation: Evaluation, unit: Unit, call: CallFacts): readonly CallbackEntry[] | undefined {
  const callee = valueOf(unit, call.callee);
  return callee[0] === 'member' ? evaluation.paths.anyMethod(unit.facts.language, callee[2]) : undefined;
}

/** Whether anything at all is known of what a call does with functions. */
export function knowsCallbacks(evaluation: Evaluation, unit: Unit, call: CallFacts, targets: Targets): boolean {
  for (const target of targets.found) if (target.kind === 'function' || target.path.callbacks.length > 0) return true;
  return anyMethod(evaluation, unit, call) !== undefined;
}

function entryRuns(
  evaluation: Evaluation,
  unit: Unit,
  call: CallFacts,
  entries: readonly CallbackEntry[],
  argument: number,
): ArgumentRuns {
  let always = NEVER;
  let here = NEVER;
  for (const entry of entries) {
    if (entry.property !== undefined || !takes(entry, call, argument) || !applies(evaluation, unit, call, entry))
      continue;
    const runs = { runs: runsOf(entry), entry, isGuess: false };
    if (entry.when) here = merge(here, runs);
    else always = merge(always, runs);
  }
  return here.runs === 0 ? always : here;
}

/** Whether an entry's condition on a literal argument holds. */
export function applies(evaluation: Evaluation, unit: Unit, call: CallFacts, entry: CallbackEntry): boolean {
  if (!entry.when) return true;
  const { oneOf, atLeast } = entry.when;
  const value = argumentAt(call, entry.when);
  if (value === undefined) return false;
  const [atom] = evaluation.evaluate(unit, value).atoms;
  if (atom?.kind !== 'literal' || atom.value === null) return false;
  if (atLeast !== undefined && !(typeof atom.value === 'number' && atom.value >= atLeast)) return false;
  return oneOf?.includes(atom.value) ?? true;
}

function merge(a: ArgumentRuns, b: ArgumentRuns): ArgumentRuns {
  if (b.runs === 0) return a;
  if (a.runs === 0) return b;
  return { runs: a.runs | b.runs, entry: firstEntry(a.entry, b.entry), isGuess: a.isGuess || b.isGuess };
}

/** Any fixed choice does; it must not depend on the order of what was found. */
function firstEntry(a: CallbackEntry | undefined, b: CallbackEntry | undefined): CallbackEntry | undefined {
  if (!a || !b) return a ?? b;
  return (b.role ?? '~') < (a.role ?? '~') ? b : a;
}

/** A parameter is called, or handed on as an argument, by a call. */
export interface ParameterUse {
  readonly fn: number;
  readonly call: CallFacts;
  /** -1 when it is the callee. */
  readonly argument: number;
}

const NO_USES: readonly ParameterUse[] = [];

let cuts = 0;

/** What a function of the project does with a function that it is given. */
export function parameterRuns(evaluation: Evaluation, asker: Unit, node: FunctionNode, position: number): ArgumentRuns {
  const { unit } = node.file;
  consult(evaluation, asker, node.file);
  if (!unit || node.index < 0) return NEVER;
  const key = node.index * MAX_PARAMETERS + position;
  const known = unit.parameterRuns?.get(key);
  if (known) return known;
  // That somebody asked has to be known, too: it may be used one day.
  const uses = usesOf(unit).get(key) ?? NO_USES;
  if (inProgress.has(node)) {
    cuts++;
    return NEVER;
  }
  const cutsBefore = cuts;
  inProgress.add(node);
  let all = NEVER;
  for (const use of uses) all = merge(all, useRuns(evaluation.base, unit, node.index, use));
  inProgress.delete(node);
  // What was cut short depends on where the search began, unless it began here.
  if (cuts === cutsBefore || inProgress.size === 0) (unit.parameterRuns ??= new Map()).set(key, all);
  return all;
}

/** The same by the key under which a unit keeps it. */
export function parameterRunsOf(evaluation: Evaluation, unit: Unit, key: number): ArgumentRuns {
  const node = unit.functions[Math.floor(key / MAX_PARAMETERS)];
  return node ? parameterRuns(evaluation, unit, node, key % MAX_PARAMETERS) : NEVER;
}

/** Whether a decorator of the project has a function run elsewhere, or keeps it for later: nothing in it calls the function at once. */
export function runsElsewhere(evaluation: Evaluation, asker: Unit, decorator: FunctionNode): boolean {
  const { unit } = decorator.file;
  consult(evaluation, asker, decorator.file);
  if (!unit || decorator.index < 0) return false;
  const uses = usesOf(unit).get(decorator.index * MAX_PARAMETERS) ?? [];
  const runs = uses
    .filter(({ call, argument }) => argument < 0 || !unit.traits.describing.has(lastName(call.text)))
    .map(({ call, argument }) =>
      argument < 0
        ? Runs.Now
        : argumentRuns(evaluation.base, unit, call, calleesOf(evaluation.base, unit, call), argument).runs,
    );
  if (runs.length > 0) return runs.every((how) => how === Runs.Off);
  // What takes its place hands it on in a list, or not at all.
  const { returns } = decorator.facts;
  return returns.length > 0 && returns.every((id) => isNestedIn(unit, id, decorator));
}

function isNestedIn(unit: Unit, id: number, outer: FunctionNode): boolean {
  const value = valueOf(unit, id);
  return value[0] === 'function' && unit.facts.functions[value[1]]?.parent === outer.index;
}

/** Of what one does always, whoever calls it. */
const UNUSUAL = CallFlag.Memoised | CallFlag.Kept | CallFlag.OnFailure | CallFlag.Configured;

/** What a closure does, each time that it is called, with a function that the one around it was given. */
export function heldRuns(evaluation: Evaluation, maker: FunctionNode, closure: number, position: number): ArgumentRuns {
  const { unit } = maker.file;
  if (!unit) return NEVER;
  const uses = usesOf(unit).get(maker.index * MAX_PARAMETERS + position) ?? NO_USES;
  return uses
    .filter(({ fn, call }) => isWithin(unit, fn, closure) && (call.flags & UNUSUAL) === 0)
    .reduce((all, use) => merge(all, useRuns(evaluation, unit, closure, use)), NEVER);
}

function isWithin(unit: Unit, fn: number, outer: number): boolean {
  for (let at = fn; at >= 0; at = unit.facts.functions[at]?.parent ?? -1) if (at === outer) return true;
  return false;
}

function useRuns(evaluation: Evaluation, unit: Unit, owner: number, use: ParameterUse): ArgumentRuns {
  let runs: ArgumentRuns = { ...NEVER, runs: Runs.Now };
  if (use.argument >= 0) {
    runs = argumentRuns(evaluation, unit, use.call, calleesOf(evaluation, unit, use.call), use.argument);
  } else if (use.call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) {
    runs = OFF_RUNS;
  }
  for (let fn = use.fn; fn !== owner;) {
    const facts = unit.facts.functions[fn];
    if (!facts || facts.parent < 0) return UNKNOWN_RUNS;
    runs = compose(closureRuns(evaluation, unit, fn), runs);
    fn = facts.parent;
  }
  return runs;
}

function calleesOf(evaluation: Evaluation, unit: Unit, call: CallFacts): Targets {
  return targetsOf(evaluation, unit, evaluation.evaluate(unit, call.callee));
}

/** How the function around it runs a nested function. */
function closureRuns(evaluation: Evaluation, unit: Unit, fn: number): ArgumentRuns {
  const facts = unit.facts.functions[fn];
  const call = facts?.argumentOf && unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]];
  if (!facts?.argumentOf || !call) return UNKNOWN_RUNS;
  return argumentRuns(evaluation, unit, call, calleesOf(evaluation, unit, call), facts.argumentOf[1]);
}

/** A function that a call of `outer`'s callee runs with what that does with another one. */
export function compose(outer: ArgumentRuns, inner: ArgumentRuns): ArgumentRuns {
  let runs = 0;
  if (outer.runs & Runs.Now) runs |= inner.runs;
  if (inner.runs & ~Runs.Off) runs |= outer.runs & ~Runs.Now;
  if (inner.runs & Runs.Off) runs |= Runs.Off;
  return { runs, entry: firstEntry(outer.entry, inner.entry), isGuess: outer.isGuess || inner.isGuess };
}

const MAX_PARAMETERS = 64;

function usesOf(unit: Unit): ReadonlyMap<number, readonly ParameterUse[]> {
  if (unit.indexes.uses) return unit.indexes.uses;
  const index = new Map<number, ParameterUse[]>();
  unit.facts.functions.forEach((facts, fn) => {
    for (const call of facts.calls) {
      if (mayBeParameter(unit, call.callee)) addUse(index, unit, call.callee, { fn, call, argument: -1 });
      call.args.forEach((value, argument) => {
        if (mayBeParameter(unit, value)) addUse(index, unit, value, { fn, call, argument });
      });
    }
  });
  unit.indexes.uses = index;
  return index;
}

function mayBeParameter(unit: Unit, id: number): boolean {
  const tag = tagOf(unit, id);
  return tag === 'param' || tag === 'union';
}

function addUse(index: Map<number, ParameterUse[]>, unit: Unit, id: number, use: ParameterUse): void {
  const value = valueOf(unit, id);
  if (value[0] === 'union') return value[1].forEach((part) => addUse(index, unit, part, use));
  if (value[0] !== 'param' || value[2] >= MAX_PARAMETERS) return;
  const key = value[1] * MAX_PARAMETERS + value[2];
  const uses = index.get(key);
  if (uses) uses.push(use);
  else index.set(key, [use]);
}

/** Whether functions of a file do the same as before with what they are given, as far as anyone asked. */
export function sameParameterRuns(alignment: Alignment): boolean {
  const { before, after } = alignment;
  for (const key of before.parameterRuns?.keys() ?? []) {
    const owner = Math.floor(key / MAX_PARAMETERS);
    const now = keyNow(alignment, key);
    const was = usesOf(before).get(key) ?? NO_USES;
    const is = (now === undefined ? undefined : usesOf(after).get(now)) ?? NO_USES;
    if (now === undefined || was.length !== is.length) return false;
    if (!was.every((use, index) => sameUse(alignment, use, is[index], owner))) return false;
  }
  return true;
}

/** Hands over what is the same: that somebody asked, too, who is not going to ask again. */
export function carryParameterRuns(alignment: Alignment): void {
  const { before, after } = alignment;
  for (const [key, runs] of before.parameterRuns ?? []) {
    const now = keyNow(alignment, key);
    if (now !== undefined) (after.parameterRuns ??= new Map()).set(now, runs);
  }
}

/** The key of the same parameter in the file as it is now. */
function keyNow({ before, after }: Alignment, key: number): number | undefined {
  const owner = before.facts.functions[Math.floor(key / MAX_PARAMETERS)]?.key;
  const now = after.facts.functions.findIndex((fn) => fn.key === owner);
  return now < 0 ? undefined : now * MAX_PARAMETERS + (key % MAX_PARAMETERS);
}

function sameUse(alignment: Alignment, was: ParameterUse, is: ParameterUse | undefined, owner: number): boolean {
  if (is?.argument !== was.argument || was.call.flags !== is.call.flags) return false;
  if (!sameNames(was.call.keywords, is.call.keywords)) return false;
  if (!alignment.same([was.call.callee], [is.call.callee])) return false;
  if (!sameConditions(alignment, was.call, is.call)) return false;
  let a = alignment.before.facts.functions[was.fn];
  let b = alignment.after.facts.functions[is.fn];
  const stop = alignment.before.facts.functions[owner];
  while (a && b && a !== stop) {
    const outerA = calleeAround(alignment.before, a);
    const outerB = calleeAround(alignment.after, b);
    if (a.key !== b.key || a.argumentOf?.[1] !== b.argumentOf?.[1] || outerA?.flags !== outerB?.flags) return false;
    if (outerA && outerB && !alignment.same([outerA.callee], [outerB.callee])) return false;
    a = alignment.before.facts.functions[a.parent];
    b = alignment.after.facts.functions[b.parent];
  }
  return a?.key === b?.key;
}

/** Whether arguments are the same on which it may hang what a callee does with the others. */
function sameConditions(alignment: Alignment, was: CallFacts, is: CallFacts): boolean {
  if (was.args.length !== is.args.length) return false;
  return was.args.every((before, index) => {
    const after = is.args[index]!;
    const isGiven = (tag: string): boolean => tag === 'function' || tag === 'param';
    if (isGiven(tagOf(alignment.before, before)) && isGiven(tagOf(alignment.after, after))) return true;
    return alignment.same([before], [after]);
  });
}
