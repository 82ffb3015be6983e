import { CallFlag, type LoopFacts, LoopFlag, type SizeFacts } from '../../model/facts.ts';
import type { Range } from '../../model/range.ts';
import { calleeText, clip, endOffset, forEachChild, type Node, startOffset, unwrap } from './ast.ts';
import { type LineStarts, rangeBetween, rangeOf } from './lines.ts';
import { isList } from './lists.ts';
import type { LoopRecord } from './loop-records.ts';
import { halved, type Size, WHOLE } from './amounts.ts';
import { accumulatorLoop, sizeOf, type Sizing, textOf } from './loop-sizes.ts';
import { noteCounter, tripsOf } from './loop-trips.ts';
import type { Binding, FunctionRecord } from './records.ts';
import { lookUp } from './scopes.ts';
import { usageOf } from './usage.ts';
import type { Evaluator } from './value-table.ts';

/** What the loops of a file are worked out with. */
export function createSizing(evaluator: Evaluator): Sizing {
  const growth = new Map<Binding, LoopRecord | null>();
  for (const { name, scope, loop } of evaluator.walk.growths) {
    const binding = lookUp(scope, name);
    if (binding && loop && !growth.has(binding)) growth.set(binding, loop);
  }
  const known = new Map<LoopRecord, Size>();
  const sizing: Sizing = {
    evaluator,
    growth,
    roundsOf(loop) {
      if (known.has(loop)) return known.get(loop);
      known.set(loop, undefined);
      const size = roundsOf(sizing, loop);
      known.set(loop, size);
      noteCounter(loop, size);
      return size;
    },
  };
  return sizing;
}

function roundsOf(sizing: Sizing, loop: LoopRecord): Size {
  const { head } = loop;
  if (head.kind === 'statement') {
    if (loop.parent) sizing.roundsOf(loop.parent);
    const { size, isTriangle } = tripsOf(sizing, loop, head.node);
    return isTriangle ? halved(size) : size;
  }
  const size = sizeOf(sizing, head.data, loop.scope);
  if (head.kind === 'callback') return size;
  return isWorthy(sizing, loop, head.method, size) ? size : undefined;
}

const LOOKUPS = new Set(['includes', 'indexOf', 'lastIndexOf']);
/** They go through objects as well as lists; an object has few properties. */
const WHOLES = new Set(['JSON.stringify', 'structuredClone']);
const COPIES = new Set(['[...]', '{...}', 'concat']);

/** Whether a scan goes through something that may be long. */
function isWorthy(sizing: Sizing, loop: LoopRecord, method: string, size: Size): boolean {
  const { head, scope } = loop;
  if (!size || size === 'part' || head.kind !== 'scan') return false;
  if (LOOKUPS.has(method) && growsByKinds(sizing, loop)) return false;
  if (LOOKUPS.has(method) || WHOLES.has(method)) return isList(sizing.evaluator, head.data, scope);
  if (!COPIES.has(method)) return true;
  return isOwnCopy(sizing, loop);
}

/** Names of what items have of their own, each another. */
const OWN = /(?:id|ids|uuid|guid|key|hash|mail|url|uri|path|name|slug|address|title|text|value|code|number)$/i;

/** `if (!kinds.includes(item.kind)) kinds.push(item.kind)`: it grows by kinds of items, of which there are few. */
function growsByKinds(sizing: Sizing, { head, scope }: LoopRecord): boolean {
  if (head.kind !== 'scan' || head.whole.type !== 'CallExpression') return false;
  const [kind] = head.whole.arguments;
  if (kind?.type !== 'MemberExpression' || kind.computed || kind.property.type !== 'Identifier') return false;
  const data = unwrap(head.data);
  const binding = data.type === 'Identifier' ? lookUp(scope, data.name) : undefined;
  const isGrowing = binding !== undefined && (sizing.growth.has(binding) || accumulatorLoop(binding) !== undefined);
  return isGrowing && !OWN.test(kind.property.name);
}

/** A copy of what the same loop has made so far. */
function isOwnCopy({ evaluator }: Sizing, { head, scope, parent, fn }: LoopRecord): boolean {
  if (head.kind !== 'scan') return false;
  const data = unwrap(head.data);
  const binding = data.type === 'Identifier' ? lookUp(scope, data.name) : undefined;
  const [first] = binding?.writes ?? [];
  if (!binding || !first) return false;
  if (first.kind === 'param') {
    const { call } = first.fn.argumentOf ?? {};
    const around = call?.loop?.head;
    const isReduced = around?.kind === 'callback' && around.method.startsWith('reduce') && first.fn === fn;
    return first.index === 0 && isReduced && !isOncePerKey(fn.node, head.whole, binding.name);
  }
  const isRound = parent !== null || evaluator.walk.callbackLoops.has(fn);
  return isRound && binding.writes.some((write) => write.kind === 'expression' && unwrap(write.node) === head.whole);
}

/** `if (!all[key]) return { ...all, [key]: [] }`: as many copies as there are keys, which nobody knows. */
function isOncePerKey(node: Node, copy: Node, name: string): boolean {
  if (endOffset(node) < endOffset(copy) || startOffset(node) > startOffset(copy)) return false;
  const isCondition = node.type === 'IfStatement' || node.type === 'ConditionalExpression';
  if (isCondition && usageOf(node.test).reads.has(name)) return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= isOncePerKey(child, copy, name);
  });
  return found;
}

/** Fewer rounds than this do not matter. */
const MIN_ROUNDS = 3;

export function collectLoops(sizing: Sizing, record: FunctionRecord, starts: LineStarts): LoopFacts[] {
  if (record.loops.length === 0) return [];
  const awaited = awaitedCalls(record);
  const kept: LoopFacts[] = [];
  const rests = new Set<LoopRecord>();
  for (const loop of record.loops) {
    const parent = loop.parent && !rests.has(loop.parent) ? loop.parent.index : -1;
    // A loop that waits in each round gives way to others, and so does what stands in it.
    if (loop.delays > (awaited.get(loop) ?? 0)) rests.add(loop);
    const size = rests.has(loop) ? undefined : sizing.roundsOf(loop);
    if (!size || size === 'part' || (size.facts[0] === 'constant' && size.facts[1] < MIN_ROUNDS)) {
      loop.index = parent;
    } else {
      loop.index = kept.length;
      kept.push(factsOf(sizing, loop, size, parent, starts));
    }
    const home = rests.has(loop) ? undefined : kept[loop.index];
    if (home) for (const call of loop.calls) if (call.index >= 0) (home.calls as number[]).push(call.index);
  }
  return kept.filter(isUseful).length === 0 ? [] : kept;
}

/** A short loop over constants that does nothing. */
function isUseful({ size, calls, steps, parent }: LoopFacts): boolean {
  return size[0] !== 'constant' || calls.length > 0 || parent >= 0 || size[1] * steps > 1000;
}

/** How many awaits in a loop are of calls that the engine can look at. */
function awaitedCalls(record: FunctionRecord): Map<LoopRecord, number> {
  const counts = new Map<LoopRecord, number>();
  for (let index = record.loops.length - 1; index >= 0; index -= 1) {
    const loop = record.loops[index];
    if (!loop || loop.delays === 0) continue;
    const own = loop.calls.filter((call) => call.index >= 0 && call.flags & CallFlag.Awaited && !call.loop).length;
    const total = own + (counts.get(loop) ?? 0);
    counts.set(loop, total);
    if (loop.parent) counts.set(loop.parent, (counts.get(loop.parent) ?? 0) + total);
  }
  return counts;
}

function factsOf(
  sizing: Sizing,
  loop: LoopRecord,
  size: { readonly facts: SizeFacts; readonly share: number },
  parent: number,
  starts: LineStarts,
): LoopFacts {
  const constant = size.facts[0] === 'constant';
  return {
    at: placeOf(loop, starts),
    text: labelOf(sizing, loop),
    parent,
    size: constant ? ['constant', Math.round(size.facts[1])] : size.facts,
    share: constant ? WHOLE : size.share,
    steps: stepsOf(loop),
    flags: flagsOf(loop),
    calls: [],
  };
}

function placeOf(loop: LoopRecord, starts: LineStarts): Range {
  if (loop.head.kind !== 'statement') return rangeOf(starts, loop.at);
  const start = startOffset(loop.at);
  return rangeBetween(starts, start, start + keywordOf(loop.head.node.type).length);
}

function keywordOf(type: string): string {
  if (type === 'WhileStatement') return 'while';
  return type === 'DoWhileStatement' ? 'do' : 'for';
}

function labelOf(sizing: Sizing, { head }: LoopRecord): string {
  const { source } = sizing.evaluator.walk;
  if (head.kind === 'callback') return `${textOf(sizing, head.data)}.${head.method}`;
  if (head.kind === 'scan') {
    if (head.whole.type === 'CallExpression') return calleeText(source, head.whole.callee);
    return head.method === '[...]' ? `[...${textOf(sizing, head.data)}]` : `{ ...${textOf(sizing, head.data)} }`;
  }
  const { node } = head;
  if (node.type === 'DoWhileStatement')
    return `do … while (${clip(source.slice(startOffset(node.test), startOffset(node.test) + 40))})`;
  return clip(source.slice(startOffset(node), startOffset(node.body)).trimEnd());
}

/** Steps that a built-in scan takes for an item, by the measurements of docs/calibration.md. */
const SCAN_STEPS: Readonly<Record<string, number>> = {
  includes: 10,
  indexOf: 10,
  lastIndexOf: 10,
  sort: 800,
  toSorted: 800,
  unshift: 1,
  splice: 1,
  concat: 1,
  '[...]': 40,
  '{...}': 1500,
  'JSON.parse': 2000,
  'JSON.stringify': 2500,
  structuredClone: 8000,
};
/** Of the others: they make a list of keys. */
const OTHER_SCAN_STEPS = 800;
/** Calling a function for an item. */
const CALLBACK_STEPS = 6;

function stepsOf({ head, steps }: LoopRecord): number {
  if (head.kind === 'statement') return steps;
  return head.kind === 'callback' ? CALLBACK_STEPS : (SCAN_STEPS[head.method] ?? OTHER_SCAN_STEPS);
}

const SEARCHES = new Set(['find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'filter']);

function flagsOf({ head }: LoopRecord): number {
  if (head.kind === 'statement') return 0;
  if (head.kind === 'callback') return LoopFlag.Callback | (SEARCHES.has(head.method) ? LoopFlag.Lookup : 0);
  if (LOOKUPS.has(head.method)) return LoopFlag.Scan | LoopFlag.Lookup;
  if (COPIES.has(head.method)) return LoopFlag.Scan | LoopFlag.Copy;
  return LoopFlag.Scan | (head.method.endsWith('ort') || head.method === 'toSorted' ? LoopFlag.Sort : 0);
}
