import { CallFlag, FunctionFlag } from '../model/facts.ts';
import type { RuleId } from '../model/finding.ts';
import { EdgeKind, type FunctionNode } from './nodes.ts';
import { ON_LOOP, Reach, STARTING } from './reach.ts';
import type { EntryView, Witness } from './rule.ts';
import { witnessesOf, type Visit } from './witnesses.ts';

/** An entry with its witnesses. */
export interface Entry {
  readonly node: FunctionNode;
  readonly view: EntryView;
  readonly reach: number;
}

/** A function that runs in event loop context, or undefined when it does not, or does nothing there that blocks. */
export function entryOf(node: FunctionNode, visit: Visit): Entry | undefined {
  const role = node.index < 0 ? undefined : roleOf(node);
  if (role === undefined) return undefined;
  const reach = node.reach === 0 ? Reach.External : node.reach;
  const isOnLoop = (reach & (ON_LOOP | Reach.Script)) !== 0;
  if (!isOnLoop && !(reach & STARTING)) return undefined;
  // Code that start-up runs is on the loop only where it goes on while the loop serves.
  const isRelevant = isOnLoop ? () => true : (flags: number) => (flags & CallFlag.InEndlessLoop) !== 0;
  const witnesses = witnessesOf(node, isRelevant, visit).map((witness) => weigh(witness, reach));
  if (witnesses.length === 0) return undefined;
  return { node, view: viewOf(node, role, witnesses), reach: isOnLoop ? reach : Reach.External };
}

function viewOf(node: FunctionNode, role: string, witnesses: readonly Witness[]): EntryView {
  const { name, at } = node.facts;
  return {
    name,
    role,
    file: node.file.path,
    at,
    witnesses: (rule: RuleId) => witnesses.filter((witness) => witness.rule === rule),
  };
}

/** A listener of nobody knows what is on the loop only perhaps. */
function weigh(witness: Witness, reach: number): Witness {
  const isSure = reach & (Reach.Handler | Reach.External | Reach.Script | STARTING);
  return isSure ? witness : { ...witness, confidence: 'likely' };
}

const MODULE_BODY = 0;

/** What an entry is called: `async function`, `request handler (Express)`; undefined for what is no entry. */
export function roleOf(node: FunctionNode): string | undefined {
  let role: string | undefined;
  let isReaction = false;
  for (const edge of node.in) {
    if (edge.kind === EdgeKind.Later && edge.role !== undefined && (role === undefined || edge.role < role)) {
      role = edge.role;
    }
    if (edge.kind === EdgeKind.Continuation) isReaction = true;
  }
  if (role !== undefined) return role;
  if (node.facts.flags & FunctionFlag.Async) {
    return node.facts.flags & FunctionFlag.Generator ? 'async generator' : 'async function';
  }
  if (isReaction) return 'promise reaction';
  return node.index === MODULE_BODY ? 'module body' : undefined;
}
