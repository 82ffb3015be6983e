import { FunctionFlag } from '../../model/facts.ts';
import type { Range } from '../../model/range.ts';
import type { WorkProfile } from '../../model/work-profile.ts';
import { type FunctionNode } from '../nodes.ts';
import { doingsOf, type Profiler } from './items.ts';
import { ordersOf } from './orders.ts';
import { isPartOfFlow, partsOf } from './parts.ts';
import { filesAround, reachedOf } from './reached.ts';

export type { Profiler } from './items.ts';

/** What is known of the work of a function, whether or not anything is wrong with it. */
export function profileOf(profiler: Profiler, node: FunctionNode): WorkProfile {
  const { facts, file } = node;
  const parts = partsOf(profiler.evaluation, node).map((part) => part.node);
  return {
    language: file.unit?.facts.language ?? '',
    name: facts.name,
    file: file.path,
    at: facts.at,
    body: facts.body,
    isModule: node.index === 0,
    isAsync: (facts.flags & FunctionFlag.Async) !== 0,
    waits: parts.some((part) => part.facts.flags & FunctionFlag.Waits),
    touchesOutside: parts.some((part) => part.facts.flags & FunctionFlag.TouchesOutside),
    reached: reachedOf(node),
    files: filesAround(node),
    ...doingsOf(profiler, node),
    orders: parts.flatMap((part) => ordersOf(profiler.evaluation, part)),
  };
}

/** The function that a reader would name at a place: a callback that runs as a part of another function is that function. */
export function subjectAt(
  functions: readonly FunctionNode[],
  line: number,
  character: number,
): FunctionNode | undefined {
  let innermost = functions[0];
  for (const node of functions) {
    const { at, body } = node.facts;
    const isHere = holds(body, line, character) || (at[0] === at[2] && holds(at, line, character));
    // Functions that contain others come first.
    if (node.index > 0 && isHere && isInside(node, innermost)) innermost = node;
  }
  return innermost && outermostOf(innermost);
}

/** Whether readers would name it: it runs as a part of no other function. */
export function isSubject(node: FunctionNode): boolean {
  return outermostOf(node) === node;
}

function holds([startLine, start, endLine, end]: Range, line: number, character: number): boolean {
  const isAfter = line > startLine || (line === startLine && character >= start);
  return isAfter && (line < endLine || (line === endLine && character <= end));
}

function isInside({ facts: { body } }: FunctionNode, outer: FunctionNode | undefined): boolean {
  if (!outer || outer.index <= 0) return true;
  const [line, character] = outer.facts.body;
  return body[0] > line || (body[0] === line && body[1] >= character);
}

function outermostOf(node: FunctionNode): FunctionNode {
  const edge = node.in.find((known) => isPartOfFlow(known) && known.from.index > 0);
  return edge ? outermostOf(edge.from) : node;
}
