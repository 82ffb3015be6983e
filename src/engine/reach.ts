import { FunctionFlag } from '../model/facts.ts';
import { CallFlag } from '../model/facts.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from './nodes.ts';
import {
  bringsUp,
  broughtUpBy,
  isAnswer,
  isNamedStart,
  isPart,
  isResponse,
  isServing,
  isStarting,
} from './registrations.ts';
import { isTrial } from './trials.ts';

/** How a function comes to run. A set of bits: it may come to run in several ways. */
export const Reach = {
  /** Something that comes in while the loop serves: a request, a message, a timer. */
  Handler: 1,
  /** The same, where it is not certain. */
  Listener: 2,
  /** No caller is known, so it may be called at any time. */
  External: 4,
  /** While the program starts. */
  StartUp: 8,
  /** From elsewhere, in a script that is run once from a shell. */
  Script: 16,
  /** On another thread, in another process, or at the process's end. */
  OffLoop: 32,
  /** While a script starts. */
  ScriptStart: 64,
  /** No caller is known, and by what it does or is called it brings the program up. */
  Presumed: 128,
  /** A build or a command calls it, or no caller is known in a package that is run from a shell, where nothing that serves leads. */
  Tool: 256,
  /** While the loop serves, but no more than once: what is done on first use, or some time after the start. */
  Once: 512,
  /** While the loop serves, but no more often than once an hour. */
  Seldom: 1024,
} as const;

const OFTEN = Reach.Handler | Reach.Listener | Reach.External;
export const ON_LOOP = OFTEN | Reach.Once | Reach.Seldom;
export const STARTING = Reach.StartUp | Reach.ScriptStart;
const IN_SCRIPT = Reach.Script | Reach.ScriptStart;

/** Recomputes the reach of everything that can be reached from `changed`; returns the functions whose reach is another one now. */
export function updateReach(changed: readonly FunctionNode[]): FunctionNode[] {
  const walk = ++walks;
  const region = calleesOf([...changed, ...changed.flatMap(broughtUpBy)], walk);
  const queue: FunctionNode[] = [];
  for (const node of region) {
    node.note = node.reach;
    node.reach = ownReach(node, walk);
    for (const edge of node.in) {
      if (edge.from.walk !== walk && !isTrial(edge)) node.reach |= presumed(node, reachThrough(edge), walk);
    }
    if (node.reach !== 0) queue.push(node);
  }
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const edge of node.out) {
      if (isTrial(edge)) continue;
      const reach = edge.to.reach | presumed(edge.to, reachThrough(edge), walk);
      if (reach === edge.to.reach) continue;
      edge.to.reach = reach;
      queue.push(edge.to);
    }
  }
  return region.filter((node) => node.reach !== node.note);
}

let walks = 0;

function calleesOf(changed: readonly FunctionNode[], walk: number): FunctionNode[] {
  const found: FunctionNode[] = [];
  const add = (node: FunctionNode): void => {
    if (node.walk === walk) return;
    node.walk = walk;
    found.push(node);
  };
  for (const node of changed) {
    add(node);
    // Whether a worker runs a file decides on all that the file exports.
    if (node.index === 0) for (const other of node.file.functions.values()) add(other);
  }
  for (const node of found) for (const edge of node.out) add(edge.to);
  return found;
}

/** What a function is by itself: the body of a module, or a function without a known caller. */
function ownReach(node: FunctionNode, walk: number): number {
  if (node.index < 0) return 0;
  const roles = node.file.unit?.facts.roles ?? [];
  const isWorker = node.file.isOfWorker || roles.includes('worker') || isRunByWorker(node.file.unit?.functions[0]);
  const isScript = roles.includes('script');
  if (node.index === 0) {
    if (isWorker) return Reach.OffLoop;
    return isScript || isTask(node) || node.file.isCommand ? Reach.ScriptStart : Reach.StartUp;
  }
  const isCalled = node.in.some(
    (edge) => edge.kind !== EdgeKind.Unknown && !isWithin(edge.from, node) && !isTrial(edge),
  );
  if (node.isOfCommand && !isWorker) return Reach.Tool;
  if (isCalled) return 0;
  if (isWorker) return Reach.OffLoop;
  // What sets up a server is called before it serves, it seems, by code that was not found.
  if (isStarting(node) || isUp(node, walk)) return Reach.Presumed;
  if (isTask(node) || (isScript && node.file.isCommand)) return Reach.Script;
  if (node.in.some((edge) => edge.kind === EdgeKind.Unknown)) return 0;
  return node.file.isOfTool ? Reach.Tool : Reach.External;
}

/** Whether its file is run now and then: its loops end, although nobody sees where, as those that ask a user again. */
export function isTask({ file }: FunctionNode): boolean {
  return file.unit?.facts.roles.includes('task') ?? false;
}

/** Whether it is the function itself, or one that is written in it: who calls itself is not called by anyone for that. */
function isWithin(inner: FunctionNode, outer: FunctionNode): boolean {
  if (inner.file !== outer.file) return false;
  let { index } = inner;
  while (index > outer.index) index = inner.file.unit?.facts.functions[index]?.parent ?? -1;
  return index === outer.index;
}

/**
 * What brings a program up is presumed to do so for callers that nobody is known to call. What is called so does it again
 * where something that is not certain leads to it: a restart.
 */
function presumed(node: FunctionNode, reach: number, walk: number): number {
  const isAgain = reach & Reach.Listener && isNamedStart(node);
  const own = isAgain ? (reach & ~Reach.Listener) | Reach.Presumed : reach;
  return own & Reach.External && isUp(node, walk) ? (own & ~Reach.External) | Reach.Presumed : own;
}

/** Whether it brings something up; looked for once in each walk. */
function isUp(node: FunctionNode, walk: number): boolean {
  if (Math.abs(node.up) !== walk) node.up = bringsUp(node) ? walk : -walk;
  return node.up > 0;
}

function isRunByWorker(body: FunctionNode | undefined): boolean {
  return body?.in.some((edge) => edge.kind === EdgeKind.Off) ?? false;
}

/** What of the caller's reach a call hands on. */
export function reachThrough(edge: Edge): number {
  const { reach } = edge.from;
  switch (edge.kind) {
    case EdgeKind.Sync:
    case EdgeKind.Async:
    case EdgeKind.Continuation:
      if (reach & STARTING && edge.to.facts.flags & FunctionFlag.Deferred) return (reach & ~STARTING) | Reach.External;
      if (reach & STARTING && isInEndlessLoop(edge)) return reach | (isTask(edge.from) ? Reach.Script : Reach.Handler);
      return reach & OFTEN && isFirstUse(edge) ? (reach & ~OFTEN) | Reach.Once : reach;
    case EdgeKind.Later:
      return (edge.entry?.once || isResponse(edge)) && !edge.likely && !comesBack(edge)
        ? delayed(reach)
        : registered(edge, reach);
    case EdgeKind.Off:
      return reach === 0 ? 0 : Reach.OffLoop;
    case EdgeKind.Unknown:
      return handedOver(edge, reach);
  }
}

function isInEndlessLoop(edge: Edge): boolean {
  return ((callOf(edge.from, edge.call)?.flags ?? 0) & CallFlag.InEndlessLoop) !== 0;
}

/** Whether the call fills what is kept for as long as the program runs, or brings up what an object needs when it is first used. */
function isFirstUse({ from, to, call }: Edge): boolean {
  const flags = callOf(from, call)?.flags ?? 0;
  return (flags & CallFlag.Memoised) !== 0 || ((flags & CallFlag.Kept) !== 0 && isNamedStart(to));
}

/** Functions beyond this many are not looked at to find that something sets itself again. */
const MAX_ROUND = 200;

/** Whether what comes once leads to where it is registered, so that it comes again and again. */
function comesBack({ from, to }: Edge): boolean {
  const seen = new Set([to]);
  for (const node of seen) {
    if (node === from) return true;
    if (seen.size > MAX_ROUND) return true;
    for (const edge of node.out) if (isPart(edge) || edge.entry?.once) seen.add(edge.to);
  }
  return false;
}

/** What comes once, later: as often as it is set, and once if it is set while the program starts. */
function delayed(reach: number): number {
  const own = reach & Reach.ScriptStart ? Reach.Script : 0;
  return (reach & ~STARTING) | own | (reach & Reach.StartUp ? Reach.Once : 0);
}

/**
 * What is registered while the program starts runs when it serves; what a worker registers runs on the worker. Each way of coming
 * to run is taken by itself, so that nothing hangs on the order in which they are found.
 */
function registered(edge: Edge, reach: number): number {
  const offLoop = reach & Reach.OffLoop;
  const often = edge.likely ? Reach.Listener : Reach.Handler;
  const serves = edge.entry?.seldom ? Reach.Seldom : often;
  const inScript = isServing(edge) ? serves : Reach.Script;
  const byScript = reach & IN_SCRIPT ? inScript : 0;
  const inTool = isAnswer(edge) ? Reach.Tool : serves;
  const byTool = reach & Reach.Tool ? inTool : 0;
  return offLoop | byScript | byTool | (reach & ~(IN_SCRIPT | Reach.Tool | Reach.OffLoop) ? serves : 0);
}

/** An asynchronous function that start-up code hands to a callee that nobody knows: perhaps a handler. */
function handedOver(edge: Edge, reach: number): number {
  if (!(edge.to.facts.flags & FunctionFlag.Async)) return reach;
  return reach & Reach.StartUp ? (reach & ~Reach.StartUp) | Reach.Listener : reach;
}
