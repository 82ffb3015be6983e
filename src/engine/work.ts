import {
  type CallFacts,
  FunctionFlag,
  LoopFlag,
  type LoopFacts,
  type SizeFacts,
  type ValueId,
} from '../model/facts.ts';
import { argumentFor } from './arguments.ts';
import { callOf, EdgeKind, NO_CYCLE, type Edge, type FileNode, type FunctionNode } from './nodes.ts';
import { isWrittenAt } from './registrations.ts';
import {
  calling,
  isKept,
  isKeptAfter,
  largest,
  leadsThrough,
  SMALL_STEPS,
  wayStep,
  type FunctionWork,
  type Growth,
  type WorkSize,
  type WorkTerm,
} from './work-terms.ts';
import { givesTurns } from './turns.ts';
import { valueOf } from './unit.ts';
import { rootOf } from './work-sizes.ts';

/** Whether a function computes, or did, or calls one that does. */
export function mayCompute({ facts, work, out }: FunctionNode): boolean {
  return work !== undefined || facts.loops.length > 0 || facts.recursion !== undefined || out.some(({ to }) => to.work);
}

/** Whether the work of the callee is work of the caller: a call of an asynchronous function is, if that never waits. */
export function isCarried({ kind, to, call, from }: Edge): boolean {
  if (kind === EdgeKind.Sync) return true;
  return kind === EdgeKind.Async && (to.facts.flags & FunctionFlag.Waits) === 0 && loopOf(from, call) >= 0;
}

interface Parts {
  steps: number;
  readonly terms: WorkTerm[];
}

/**
 * How long a function computes: loops in loops, in one function or along calls, as products of sizes of data. What a
 * caller passes takes the place of parameters. What its callees do is known, or is what they are taken to do so far.
 */
export function workOf(node: FunctionNode): FunctionWork | undefined {
  const { facts } = node;
  if (facts.flags & (FunctionFlag.DeclaredNonblocking | FunctionFlag.Generator)) return undefined;
  const { loops } = facts;
  const body: Parts = { steps: facts.steps, terms: [] };
  const rounds = loops.map((loop): Parts => ({ steps: loop.steps, terms: [] }));
  const loopAt = loopsOfCalls(loops);
  for (const edge of node.out) {
    const loop = loopAt?.get(edge.call) ?? -1;
    // Outside of loops only long work matters.
    if (edge.call < 0 || (loop < 0 && !edge.to.work)) continue;
    if (isCarried(edge) && !edge.to.isHandler && edge.to !== node) addCall(edge, rounds[loop] ?? body, loop);
  }
  for (let index = loops.length - 1; index >= 0; index--) {
    const loop = loops[index];
    const inner = rounds[index];
    if (loop && inner) addLoop(node, index, loop, inner, rounds[loop.parent] ?? body);
  }
  addRecursion(node, body);
  const terms = largest(body.terms.filter(isKept));
  return terms.length === 0 ? undefined : { steps: body.steps, terms };
}

/** By call, the innermost loop that makes it. */
function loopsOfCalls(loops: readonly LoopFacts[]): Map<number, number> | undefined {
  if (loops.length === 0) return undefined;
  const found = new Map<number, number>();
  loops.forEach(({ calls }, index) => {
    for (const call of calls) found.set(call, index);
  });
  return found;
}

/** The innermost loop that makes a call; -1 is none. */
function loopOf({ facts }: FunctionNode, call: number): number {
  return facts.loops.findLastIndex(({ calls }) => calls.includes(call));
}

function addCall(edge: Edge, home: Parts, loop: number): void {
  const { work, facts, cycle } = edge.to;
  // Those that call each other would add up without an end.
  const isPeer = cycle !== NO_CYCLE && cycle === edge.from.cycle;
  home.steps += Math.min((isPeer ? undefined : work?.steps) ?? facts.steps, SMALL_STEPS);
  if (!work) return;
  const isInline = isWrittenAt(edge);
  const isRound = ((edge.from.facts.loops[loop]?.flags ?? 0) & LoopFlag.Callback) !== 0;
  for (const term of work.terms) {
    if (leadsThrough(term.way, edge.from)) continue;
    const carried = substituted(term, edge, isRound);
    if (!carried) continue;
    const calls = term.way.calls + (isInline ? 0 : 1);
    if (loop < 0 && !isKeptAfter(carried, calls)) continue;
    home.terms.push(isInline ? carried : { ...carried, way: calling(edge, term.way) });
  }
}

/** A term of the callee with what the caller passes in the place of parameters. What nobody knows is left out. */
function substituted(term: WorkTerm, edge: Edge, isRound: boolean, given = argumentOf): WorkTerm | undefined {
  let { rounds, growth } = term;
  const sizes: WorkSize[] = [];
  let isSame = true;
  for (const size of term.sizes) {
    const passed = passedSize(size, edge, isRound, given);
    isSame &&= passed === size;
    if (typeof passed === 'number') rounds *= passed;
    else if (passed) sizes.push(passed);
  }
  if (growth && typeof growth.of === 'object') {
    const passed = passedSize(growth.of, edge, isRound, given);
    if (passed === undefined) return undefined;
    isSame &&= passed === growth.of;
    growth = { ...growth, of: passed };
  }
  return isSame ? term : { ...term, rounds, sizes, growth };
}

/** What a call gives a parameter of what it runs. */
type Given = (edge: Edge, call: CallFacts, position: number) => ValueId | undefined;

function argumentOf({ to }: Edge, call: CallFacts, position: number): ValueId | undefined {
  return argumentFor(call, to, position);
}

/** The work of a function that a call hands over with its arguments: `to_thread(f, a, b)`. */
export function workHandedOver(edge: Edge): WorkTerm[] {
  return (edge.to.work?.terms ?? []).flatMap((term) => {
    const handed = substituted(term, edge, false, handedArgument);
    return handed ? [{ ...handed, way: calling(edge, term.way) }] : [];
  });
}

/** They stand behind the function; a method that goes through lists hands over an item of each. */
function handedArgument({ from, entry }: Edge, call: CallFacts, position: number): ValueId | undefined {
  if (typeof entry?.arg !== 'number') return undefined;
  const id = call.args[entry.arg + 1 + position];
  if (!entry.each || id === undefined || !from.file.unit) return id;
  const value = valueOf(from.file.unit, id);
  return value[0] === 'array' ? value[1][0] : undefined;
}

function passedSize(size: WorkSize, edge: Edge, isRound: boolean, given: Given): WorkSize | number | undefined {
  const { unit } = size.file;
  if (!unit || size.file !== edge.to.file) return size;
  const root = valueOf(unit, size.root);
  if (root[0] !== 'param' || root[1] !== edge.to.index) return size;
  // An item of what the loop goes through: all of them together are no more than the whole.
  if (isRound) return undefined;
  const call = callOf(edge.from, edge.call);
  const argument = call && given(edge, call, root[2]);
  return argument === undefined ? undefined : sizeOf(edge.from.file, argument, size.kind, size.path, size.text);
}

/** The size that a value stands for; a number if it is known. */
function sizeOf(
  file: FileNode,
  id: ValueId,
  kind: WorkSize['kind'],
  below: readonly string[],
  text: string,
): WorkSize | number | undefined {
  const { unit } = file;
  if (!unit) return undefined;
  const [root, above] = rootOf(unit, id);
  const value = valueOf(unit, root);
  const path = [...above, ...below];
  if (value[0] === 'unknown') return undefined;
  if (value[0] !== 'literal' || path.length > 0) return { kind, file, root, path, text };
  if (typeof value[1] === 'number') return kind === 'number' ? Math.max(0, value[1]) : undefined;
  return typeof value[1] === 'string' ? value[1].length : undefined;
}

/** What rounds of a loop make of the work of one. */
function addLoop(node: FunctionNode, index: number, loop: LoopFacts, inner: Parts, outer: Parts): void {
  if (givesTurns(node, loop, index) || !isBuiltIn(node, loop)) {
    outer.terms.push(...inner.terms);
    return;
  }
  const size = sizeOfLoop(node.file, loop.size);
  if (size === undefined) return void outer.terms.push(...inner.terms);
  const share = loop.share / 1000;
  const rounds = typeof size === 'number' ? size * share : share;
  const sizes = typeof size === 'number' ? [] : [size];
  for (const term of inner.terms) {
    const way = wayStep(node, 'loop', index, term.way);
    outer.terms.push({ ...term, rounds: term.rounds * rounds, sizes: [...sizes, ...term.sizes], way });
  }
  const own = { steps: inner.steps, rounds, sizes, way: wayStep(node, 'loop', index, undefined) };
  if (isKept(own)) outer.terms.push(own);
  else outer.steps += Math.round(own.steps * own.rounds);
}

function sizeOfLoop(file: FileNode, size: SizeFacts): WorkSize | number | undefined {
  return size[0] === 'constant' ? size[1] : sizeOf(file, size[1], size[0], [], size[2]);
}

/** `rows.map(f)` where `rows` is no object of the project with a method of that name. */
function isBuiltIn(node: FunctionNode, loop: LoopFacts): boolean {
  if ((loop.flags & LoopFlag.Callback) === 0) return true;
  return !node.out.some((edge) => edge.isSite && edge.call === loop.calls[0]);
}

function addRecursion(node: FunctionNode, body: Parts): void {
  const { recursion } = node.facts;
  const value = recursion && node.file.unit && valueOf(node.file.unit, recursion.of);
  if (!recursion || value?.[0] !== 'param') return;
  const isList = recursion.steps.length === 0;
  const text = node.facts.paramNames[value[2]] ?? '';
  const of: WorkSize = { kind: isList ? 'items' : 'number', file: node.file, root: recursion.of, path: [], text };
  const growth: Growth = { rate: isList ? 0 : rateOf(recursion.steps), of };
  body.terms.push({ steps: body.steps, rounds: 1, sizes: [], growth, way: wayStep(node, 'recursion', 0, undefined) });
}

/** The solution of `1 = x^-a + x^-b …`: by how much the number of calls grows with each step. */
function rateOf(steps: readonly number[]): number {
  let low = 1;
  let high = steps.length + 1;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    const sum = steps.reduce((total, length) => total + middle ** -length, 0);
    if (sum > 1) low = middle;
    else high = middle;
  }
  return low;
}
