import type { PathStep } from '../../model/finding.ts';
import type { Circumstance, Reached } from '../../model/work-profile.ts';
import { isOnLoopAt, roleOf } from '../entries.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode } from '../nodes.ts';
import { Reach } from '../reach.ts';
import { isReferral } from '../registrations.ts';

/** How a function comes to run, with the shortest way from something that the loop calls. */
export function reachedOf(node: FunctionNode): Reached {
  const own = circumstanceOf(node);
  const way = own === 'loop' || own === 'unknown' ? wayTo(node) : undefined;
  const role = roleOf(way?.entry ?? node);
  return {
    // What an entry calls runs as the entry does, even where nobody is known to call the entry.
    circumstance: way ? 'loop' : own,
    ...(role !== undefined && { role }),
    path: way?.path ?? [],
  };
}

function circumstanceOf(node: FunctionNode): Circumstance {
  const { reach } = node;
  if (reach & (Reach.Handler | Reach.Listener | Reach.Once | Reach.Seldom)) return 'loop';
  if (reach & Reach.External || reach === 0) return roleOf(node) === undefined ? 'unknown' : 'loop';
  if (reach & (Reach.Script | Reach.ScriptStart)) return 'script';
  if (reach & (Reach.StartUp | Reach.Presumed)) return 'start-up';
  return reach & Reach.OffLoop ? 'off-loop' : 'unknown';
}

interface Way {
  readonly entry: FunctionNode;
  readonly path: readonly PathStep[];
}

const MAX_LOOKED_AT = 2000;

/** From what an event brings to run, if there is such a thing, else from the nearest entry. */
function wayTo(node: FunctionNode): Way | undefined {
  const before = new Map<FunctionNode, Edge | undefined>([[node, undefined]]);
  let nearest: FunctionNode | undefined;
  for (const current of before.keys()) {
    if (isCalledByEvents(current)) return { entry: current, path: stepsFrom(current, before) };
    if (!nearest && current !== node && current.index > 0 && roleOf(current) !== undefined) nearest = current;
    if (before.size > MAX_LOOKED_AT) break;
    for (const edge of current.in) {
      if (isOnTheWay(edge) && isOnLoopAt(edge.from.reach) && !before.has(edge.from)) before.set(edge.from, edge);
    }
  }
  return nearest && roleOf(node) === undefined ? { entry: nearest, path: stepsFrom(nearest, before) } : undefined;
}

/** More files than these hold callers that a reader has in mind. */
const MAX_FILES = 20;

/** The files of a function and of what calls it, directly or not, nearest first. */
export function filesAround(node: FunctionNode): string[] {
  const files = new Set<string>();
  const seen = new Set([node]);
  for (const current of seen) {
    files.add(current.file.path);
    if (seen.size > MAX_LOOKED_AT || files.size >= MAX_FILES) break;
    for (const edge of current.in) if (isOnTheWay(edge)) seen.add(edge.from);
  }
  return [...files];
}

function isCalledByEvents(node: FunctionNode): boolean {
  return node.in.some((edge) => edge.kind === EdgeKind.Later && !isReferral(edge));
}

function isOnTheWay({ kind, call }: Edge): boolean {
  return call >= 0 && (kind === EdgeKind.Sync || kind === EdgeKind.Async || kind === EdgeKind.Continuation);
}

function stepsFrom(entry: FunctionNode, before: ReadonlyMap<FunctionNode, Edge | undefined>): PathStep[] {
  const steps: PathStep[] = [];
  for (let edge = before.get(entry); edge; edge = before.get(edge.to)) {
    const call = callOf(edge.from, edge.call);
    if (call) steps.push({ file: edge.from.file.path, at: call.at, caller: edge.from.facts.name, call: call.text });
  }
  return steps;
}
