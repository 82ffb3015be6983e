import { ruleIds, type RuleId } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { roleOf } from './entries.ts';
import { callOf, type Edge, type FunctionNode, type Hit } from './nodes.ts';
import { carries, comesBefore, NO_RANK, rankOf } from './summaries.ts';

/** A function, and below it what it calls on the way to blocking work. */
export interface WitnessTree {
  readonly name: string;
  readonly file: string;
  readonly at: Range;
  /** How it comes to run, if it starts on the event loop: `async function`. */
  readonly role?: string;
  readonly branches: readonly WitnessBranch[];
  /** Its branches are told further up. */
  readonly isRepeated?: boolean;
}

/** A call in the function: of a blocking API, or of a function that leads to one. */
export interface WitnessBranch {
  readonly call: string;
  readonly at: Range;
  readonly rules: readonly RuleId[];
  /** Set when the call is the blocking operation itself. */
  readonly operation?: { readonly name: string; readonly does: string };
  readonly target?: WitnessTree;
}

export function treeOf(node: FunctionNode, seen = new Set<FunctionNode>()): WitnessTree {
  const { name, at } = node.facts;
  const role = roleOf(node);
  const tree = { name, file: node.file.path, at, ...(role === undefined ? {} : { role }) };
  if (seen.has(node)) return { ...tree, branches: [], isRepeated: true };
  seen.add(node);
  const ways = [...node.hits, ...node.out.filter((edge) => carries(edge) && rulesOf(edge.to).length > 0)];
  const branches = ways.sort((a, b) => (comesBefore(a, b) ? -1 : 1)).map((way) => branchOf(node, way, seen));
  return { ...tree, branches };
}

function branchOf(node: FunctionNode, way: Edge | Hit, seen: Set<FunctionNode>): WitnessBranch {
  const call = callOf(node, way.call);
  if ('to' in way) {
    const { name, at } = way.to.facts;
    return { call: call?.text ?? name, at: call?.at ?? at, rules: rulesOf(way.to), target: treeOf(way.to, seen) };
  }
  const operation = node.facts.operations[way.operation];
  const name = way.api?.name ?? operation?.kind ?? node.facts.name;
  const does = way.api?.entry.does ?? (operation ? 'watches the clock' : 'is declared to be blocking');
  const rule = ruleIds[way.rule];
  return {
    call: call?.text ?? operation?.text ?? name,
    at: call?.at ?? operation?.at ?? node.facts.at,
    rules: rule ? [rule] : [],
    operation: { name, does },
  };
}

function rulesOf(node: FunctionNode): RuleId[] {
  return ruleIds.filter((_, rule) => rankOf(node, rule) !== NO_RANK);
}
