import { FunctionFlag } from '../model/facts.ts';
import { CallFlag } from '../model/facts.ts';
import type { Confidence, Cost } from '../model/finding.ts';
import { ruleIds } from '../model/finding.ts';
import { contextOf, isGuarded, makes, MAX_FORWARDING, type Context } from './guards.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode, type Hit } from './nodes.ts';
import { isWrittenAt } from './registrations.ts';
import { isProbe } from './trials.ts';

/**
 * The summary of a function is, for each rule, its best witness: where calling the function leads to blocking work.
 * A rank orders witnesses, smaller is better: cost first, then confidence, then how often it runs, then the
 * number of calls on the way. A call makes every rank larger, so each function's best rank is well defined, recursion
 * or not, and can be found in order of rank.
 */
export const NO_RANK = 0xffffffff;

const DISTANCES = 0x100000;
const KEPT = DISTANCES;
const MEMOISED = DISTANCES * 2;
const ON_FAILURE = DISTANCES * 4;
const LIKELY = DISTANCES * 8;
const COST = DISTANCES * 16;
/** The worst first. */
export const COSTS: readonly Cost[] = ['large', 'medium', 'small'];

export interface RankParts {
  readonly cost: Cost;
  readonly confidence: Confidence;
  readonly isMemoised: boolean;
  readonly isKept: boolean;
  readonly isOnFailure: boolean;
}

export function partsOf(rank: number): RankParts {
  return {
    cost: COSTS[Math.floor(rank / COST)] ?? 'small',
    confidence: rank & LIKELY ? 'likely' : 'certain',
    isMemoised: (rank & MEMOISED) !== 0,
    isKept: (rank & KEPT) !== 0,
    isOnFailure: (rank & ON_FAILURE) !== 0,
  };
}

export function rankOf(node: FunctionNode, rule: number): number {
  return node.ranks[rule] ?? NO_RANK;
}

function setRank(node: FunctionNode, rule: number, rank: number): void {
  if (rankOf(node, rule) === rank) return;
  if (node.ranks.length === 0) node.ranks = ruleIds.map(() => NO_RANK);
  (node.ranks as number[])[rule] = rank;
}

function setVia(node: FunctionNode, rule: number, via: Edge | Hit | undefined): void {
  if (node.vias.length === 0) node.vias = ruleIds.map(() => undefined);
  (node.vias as (typeof via)[])[rule] = via;
}

export function rankOfHit(hit: Hit): number {
  let flags = 0;
  if (hit.call >= 0) flags = callOf(hit.node, hit.call)?.flags ?? 0;
  else if (hit.operation >= 0) flags = hit.node.facts.operations[hit.operation]?.flags ?? 0;
  const kept = hit.api?.entry.once ? KEPT : 0;
  const isLikely = hit.likely || (flags & CallFlag.Configured) !== 0;
  return COSTS.indexOf(hit.cost) * COST + (isLikely ? LIKELY : 0) + (seldomOf(flags) | kept);
}

function seldomOf(flags: number): number {
  const kept = (flags & CallFlag.Memoised ? MEMOISED : 0) | (flags & CallFlag.Kept ? KEPT : 0);
  return kept | (flags & CallFlag.OnFailure ? ON_FAILURE : 0);
}

/** A module is loaded for whoever asks first: that is told where it is written, not at every caller. */
function rankForCallers(hit: Hit): number {
  return hit.api?.entry.once ? NO_RANK : rankOfHit(hit);
}

/** The rank at the caller of what is found at the callee. */
export function rankThrough(edge: Edge, rank: number): number {
  if (rank === NO_RANK) return NO_RANK;
  let through = rank + 1;
  const flags = callOf(edge.from, edge.call)?.flags ?? 0;
  if (edge.likely || flags & CallFlag.Configured) through |= LIKELY;
  return through | seldomOf(flags);
}

/** The rank of a function as this call of it sees it: branches that its arguments rule out do not count. */
export function rankAt(edge: Edge, rule: number, outer?: Context, depth = 0): number {
  const rank = rankOf(edge.to, rule);
  const context = rank === NO_RANK || depth > MAX_FORWARDING ? undefined : contextOf(edge, outer);
  return context ? bestUnder(edge.to, rule, context, depth + 1).rank : rank;
}

/** What offers a function's rank to a call that is known to pass certain constants. */
function bestUnder(node: FunctionNode, rule: number, context: Context, depth: number): Best {
  const best: { rank: number; via: Edge | Hit | undefined } = { rank: NO_RANK, via: undefined };
  const offer = (via: Edge | Hit, rank: number): void => {
    if (rank === NO_RANK || rank > best.rank || !makes(node.facts, via.call, context)) return;
    if (rank === best.rank && best.via && !comesBefore(via, best.via)) return;
    best.rank = rank;
    best.via = via;
  };
  if (isSilent(node)) return best;
  for (const hit of node.hits) if (hit.rule === rule) offer(hit, rankForCallers(hit));
  for (const edge of node.out) {
    if (carries(edge)) offer(edge, rankThrough(edge, rankAt(edge, rule, context, depth)));
  }
  return best;
}

interface Best {
  readonly rank: number;
  readonly via: Edge | Hit | undefined;
}

/** The next step of a witness that comes in through a call, and what is known of the parameters there. */
export function stepAt(edge: Edge, rule: number, outer?: Context, depth = 0): { via: Best['via']; context?: Context } {
  const context = depth > MAX_FORWARDING ? undefined : contextOf(edge, outer);
  return context ? { via: bestUnder(edge.to, rule, context, depth + 1).via, context } : { via: edge.to.vias[rule] };
}

/** Whether blocking work of the callee is work of the caller. */
export function carries(edge: Edge): boolean {
  return edge.kind === EdgeKind.Sync && !isProbe(edge);
}

function isSilent(node: FunctionNode): boolean {
  return (node.facts.flags & FunctionFlag.DeclaredNonblocking) !== 0;
}

/** Recomputes the summaries that a change of `changed` can alter; returns the functions whose witness is another one now. */
export function updateSummaries(changed: readonly FunctionNode[]): Set<FunctionNode> {
  const altered = new Set<FunctionNode>();
  const nodes = withInformed(changed).filter(mayBlock);
  const rules = rulesAround(nodes);
  for (let rule = 0; rule < ruleIds.length; rule++) if (rules & (1 << rule)) updateRule(rule, nodes, altered);
  return altered;
}

/** The rules of which the functions, or what they call, do or did something, as bits: most rules are not about operations. */
function rulesAround(nodes: readonly FunctionNode[]): number {
  let rules = 0;
  const add = ({ ranks }: FunctionNode): void =>
    ranks.forEach((rank, rule) => (rules |= rank === NO_RANK ? 0 : 1 << rule));
  for (const node of nodes) {
    add(node);
    for (const { rule } of node.hits) rules |= 1 << rule;
    for (const { to } of node.out) add(to);
  }
  return rules;
}

/** Which calls a function makes decides on what those see that pass constants to it, directly or through others. */
function withInformed(changed: readonly FunctionNode[]): readonly FunctionNode[] {
  const informed = new Set(changed);
  const visit = (node: FunctionNode, depth: number): void => {
    if ((!isGuarded(node) && !node.wasGuarded) || depth > MAX_FORWARDING) return;
    for (const edge of node.in) {
      if (!edge.isCall || !carries(edge)) continue;
      informed.add(edge.from);
      visit(edge.from, depth + 1);
    }
  };
  for (const node of changed) {
    visit(node, 0);
    node.wasGuarded = isGuarded(node);
  }
  return informed.size === changed.length ? changed : [...informed];
}

/** Whether blocking work is, or was, in the function or one call away. */
export function mayBlock({ hits, out, ranks }: FunctionNode): boolean {
  return hits.length > 0 || ranks.length > 0 || out.some(leadsOn);
}

function leadsOn(edge: Edge): boolean {
  return edge.to.ranks.length > 0 || (isWrittenAt(edge) && mayBlock(edge.to));
}

function updateRule(rule: number, changed: readonly FunctionNode[], altered: Set<FunctionNode>): void {
  // If every changed function agrees with its neighbours as they are, the old summaries still are the solution.
  const wrong = changed.filter((node) => bestRank(node, rule) !== rankOf(node, rule));
  const region = wrong.length === 0 ? new Map<FunctionNode, number>() : callersOf(wrong, rule);
  solve(region, rule);
  const candidates = new Set<FunctionNode>();
  for (const node of changed) if (node.vias.length + node.ranks.length > 0) candidates.add(node);
  for (const [node, before] of region) {
    if (rankOf(node, rule) === before) continue;
    altered.add(node);
    candidates.add(node);
    for (const edge of node.in) if (carries(edge)) candidates.add(edge.from);
  }
  for (const node of candidates) {
    const via = bestWitness(node, rule);
    if (via === node.vias[rule]) continue;
    setVia(node, rule, via);
    altered.add(node);
  }
}

/** Everything whose summary may rest on the given functions, with its rank, which is reset. */
function callersOf(seeds: readonly FunctionNode[], rule: number): Map<FunctionNode, number> {
  const region = new Map<FunctionNode, number>();
  const queue = [...seeds];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (region.has(node)) continue;
    region.set(node, rankOf(node, rule));
    for (const edge of node.in) if (carries(edge) && !region.has(edge.from)) queue.push(edge.from);
  }
  for (const node of region.keys()) setRank(node, rule, NO_RANK);
  return region;
}

/** Settles the functions of a region in order of rank. */
function solve(region: ReadonlyMap<FunctionNode, number>, rule: number): void {
  const buckets = new Map<number, FunctionNode[]>();
  const heap: number[] = [];
  const offer = (node: FunctionNode, rank: number): void => {
    if (rank === NO_RANK || rank >= rankOf(node, rule)) return;
    const bucket = buckets.get(rank);
    if (bucket) bucket.push(node);
    else {
      buckets.set(rank, [node]);
      pushRank(heap, rank);
    }
  };
  for (const node of region.keys()) offer(node, bestRank(node, rule));
  for (let rank = popRank(heap); rank !== undefined; rank = popRank(heap)) {
    for (const node of buckets.get(rank) ?? []) {
      if (rank >= rankOf(node, rule)) continue;
      setRank(node, rule, rank);
      for (const edge of node.in) offerThrough(edge, rule, region, offer);
    }
    buckets.delete(rank);
  }
}

/** A new rank of the callee is one for the caller, and for those who tell the caller which branches to take. */
function offerThrough(
  edge: Edge,
  rule: number,
  region: ReadonlyMap<FunctionNode, number>,
  offer: (node: FunctionNode, rank: number) => void,
  depth = 0,
): void {
  const { from } = edge;
  if (!carries(edge) || !region.has(from) || isSilent(from)) return;
  offer(from, rankThrough(edge, rankAt(edge, rule)));
  if (!isGuarded(from) || depth > MAX_FORWARDING) return;
  for (const outer of from.in) if (outer !== edge && outer.isCall) offerThrough(outer, rule, region, offer, depth + 1);
}

/** Ranks on the way are few, so a sorted list does for a heap. */
function pushRank(heap: number[], rank: number): void {
  let at = heap.length;
  while (at > 0 && (heap[at - 1] ?? 0) < rank) at--;
  heap.splice(at, 0, rank);
}

function popRank(heap: number[]): number | undefined {
  return heap.pop();
}

/** The best rank that a function's own operations and its callees' ranks offer now. */
function bestRank(node: FunctionNode, rule: number): number {
  let best = NO_RANK;
  if (isSilent(node)) return best;
  for (const hit of node.hits) if (hit.rule === rule) best = Math.min(best, rankForCallers(hit));
  for (const edge of node.out) {
    if (edge.to.ranks.length > 0 && carries(edge)) best = Math.min(best, rankThrough(edge, rankAt(edge, rule)));
  }
  return best;
}

/** What offers a function's rank. */
function bestWitness(node: FunctionNode, rule: number): Edge | Hit | undefined {
  const rank = rankOf(node, rule);
  let best: Edge | Hit | undefined;
  if (rank === NO_RANK) return best;
  for (const hit of node.hits) {
    if (hit.rule === rule && rankForCallers(hit) === rank && (!best || comesBefore(hit, best))) best = hit;
  }
  for (const edge of node.out) {
    const isBest = carries(edge) && rankThrough(edge, rankAt(edge, rule)) === rank;
    if (isBest && (!best || comesBefore(edge, best))) best = edge;
  }
  return best;
}

/** Which of two equal witnesses is told: the first call, then the first name. */
export function comesBefore(a: Edge | Hit, b: Edge | Hit): boolean {
  if (a.call !== b.call) return a.call < b.call;
  return nameOf(a) < nameOf(b);
}

function nameOf(witness: Edge | Hit): string {
  if ('to' in witness) return `${witness.to.file.path}#${witness.to.key}`;
  return witness.api?.name ?? String(witness.operation);
}
