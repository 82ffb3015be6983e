import { CallFlag, type CallFacts } from '../model/facts.ts';
import { ruleIds, type PathStep, type RuleId } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { worstOfChains } from './chains.ts';
import type { Context } from './guards.ts';
import { callOf, type Edge, type FunctionNode, type Hit } from './nodes.ts';
import { isWrittenAt } from './registrations.ts';
import { Reach, STARTING } from './reach.ts';
import type { Blocker, Witness } from './rule.ts';
import { carries, comesBefore, NO_RANK, partsOf, rankAt, rankOf, rankOfHit, rankThrough, stepAt } from './summaries.ts';

/** What surrounds a piece of code that an entry runs: the calls that bring an inline callback to run. */
interface Surroundings {
  readonly isLikely: boolean;
  readonly isMemoised: boolean;
  readonly isKept: boolean;
  readonly isOnFailure: boolean;
  readonly isInLoop: boolean;
}

const NOTHING_AROUND: Surroundings = {
  isLikely: false,
  isMemoised: false,
  isKept: false,
  isOnFailure: false,
  isInLoop: false,
};

/** The best witness at one call or operation. */
interface Candidate {
  readonly node: FunctionNode;
  readonly start: Edge | Hit;
  readonly rule: number;
  readonly rank: number;
  readonly call: CallFacts | undefined;
  readonly around: Surroundings;
}

/** Files and functions that a witness path leads through. */
export type Visit = (node: FunctionNode) => void;

/**
 * Every place in an entry from where blocking work is reached: in the function itself, and in callbacks that are
 * written in it and run before the call that they are handed to returns.
 */
export function witnessesOf(entry: FunctionNode, isRelevant: (flags: number) => boolean, visit: Visit): Witness[] {
  const found: Candidate[] = [];
  collect(entry, NOTHING_AROUND, isRelevant, found, new Set([entry]));
  return found.map((candidate) => toWitness(candidate, visit));
}

/** What is reached through one edge, whatever its kind. */
export function witnessesThrough(edge: Edge, visit: Visit): Witness[] {
  const found: Candidate[] = [];
  for (let rule = 0; rule < ruleIds.length; rule++) {
    const rank = rankThrough(edge, rankOf(edge.to, rule));
    if (rank !== NO_RANK) {
      const call = callOf(edge.from, edge.call);
      found.push({ node: edge.from, start: edge, rule, rank, call, around: NOTHING_AROUND });
    }
  }
  return found.map((candidate) => toWitness(candidate, visit));
}

function collect(
  node: FunctionNode,
  around: Surroundings,
  isRelevant: (flags: number) => boolean,
  found: Candidate[],
  visited: Set<FunctionNode>,
): void {
  const best = new Map<string, Candidate>();
  const offer = (start: Edge | Hit, rule: number, rank: number): void => {
    const place = `${rule}:${start.call}:${'operation' in start ? start.operation : -1}`;
    const known = best.get(place);
    if (known && (rank > known.rank || (rank === known.rank && !comesBefore(start, known.start)))) return;
    best.set(place, { node, start, rule, rank, call: callOf(node, start.call), around });
  };
  for (const hit of node.hits) {
    // What a declaration says of the function is for its callers.
    const isDeclaration = hit.call < 0 && hit.operation < 0;
    if (!isDeclaration && isRelevant(flagsOf(node, hit))) offer(hit, hit.rule, rankOfHit(hit));
  }
  for (const edge of node.out) {
    if (!carries(edge) || !isRelevant(flagsOf(node, edge))) continue;
    if (isWrittenAt(edge)) {
      if (visited.has(edge.to)) continue;
      visited.add(edge.to);
      collect(edge.to, within(around, edge), () => true, found, visited);
    } else if (!edge.to.isHandler && edge.to.ranks.length > 0) {
      for (let rule = 0; rule < ruleIds.length; rule++) {
        const rank = rankThrough(edge, rankAt(edge, rule));
        if (rank !== NO_RANK) offer(edge, rule, rank);
      }
    }
  }
  found.push(...worstOfChains([...best.values()]));
}

function within(around: Surroundings, edge: Edge): Surroundings {
  const flags = callOf(edge.from, edge.call)?.flags ?? 0;
  return {
    isLikely: around.isLikely || edge.likely,
    isMemoised: around.isMemoised || (flags & CallFlag.Memoised) !== 0,
    isKept: around.isKept || (flags & CallFlag.Kept) !== 0,
    isOnFailure: around.isOnFailure || (flags & CallFlag.OnFailure) !== 0,
    isInLoop: around.isInLoop || (flags & CallFlag.InLoop) !== 0,
  };
}

function flagsOf(node: FunctionNode, start: Edge | Hit): number {
  if ('operation' in start && start.operation >= 0) return node.facts.operations[start.operation]?.flags ?? 0;
  return callOf(node, start.call)?.flags ?? 0;
}

function toWitness({ node, start, rule, rank, around }: Candidate, visit: Visit): Witness {
  const parts = partsOf(rank);
  const { steps, end, isInLoop, isFilled } = follow(node, start, rule, visit);
  const [first] = steps;
  return {
    rule: ruleIds[rule] as RuleId,
    file: node.file.path,
    at: first?.at ?? node.facts.at,
    text: first?.call ?? node.facts.name,
    blocker: blockerOf(end),
    cost: parts.cost,
    confidence: around.isLikely ? 'likely' : parts.confidence,
    isMemoised: around.isMemoised || parts.isMemoised,
    isFilled,
    isKept: around.isKept || parts.isKept,
    isOnFailure: around.isOnFailure || parts.isOnFailure,
    isInLoop: around.isInLoop || isInLoop,
    path: steps,
  };
}

/** Follows the witness from function to function down to the operation. */
function follow(
  from: FunctionNode,
  start: Edge | Hit,
  rule: number,
  visit: Visit,
): { steps: PathStep[]; end: Hit | undefined; isInLoop: boolean; isFilled: boolean } {
  const steps: PathStep[] = [];
  let isInLoop = false;
  let isFilled = false;
  let node = from;
  let via: Edge | Hit | undefined = start;
  let context: Context | undefined;
  for (let depth = 0; ;) {
    visit(node);
    const step = via && stepOf(node, via);
    if (step) steps.push(step);
    if (via && flagsOf(node, via) & CallFlag.InLoop) isInLoop = true;
    if (via && flagsOf(node, via) & CallFlag.Memoised && node.reach & (STARTING | Reach.Presumed)) isFilled = true;
    if (!via || !('to' in via)) return { steps, end: via, isInLoop, isFilled };
    node = via.to;
    ({ via, context } = stepAt(via, rule, context, depth));
    depth = context ? depth + 1 : 0;
  }
}

function stepOf(node: FunctionNode, via: Edge | Hit): PathStep | undefined {
  const place = placeOf(node, via);
  return place && { file: node.file.path, at: place.at, caller: node.facts.name, call: place.text };
}

function placeOf(node: FunctionNode, via: Edge | Hit): { readonly at: Range; readonly text: string } | undefined {
  if ('operation' in via && via.operation >= 0) return node.facts.operations[via.operation];
  return callOf(node, via.call);
}

function blockerOf(hit: Hit | undefined): Blocker {
  if (hit?.api) return { kind: 'api', api: hit.api };
  const operation = hit && hit.operation >= 0 ? hit.node.facts.operations[hit.operation] : undefined;
  if (operation) return { kind: operation.kind, text: operation.text };
  return { kind: 'declared', name: hit?.node.facts.name ?? '' };
}
