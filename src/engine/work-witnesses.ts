import { CallFlag, LoopFlag } from '../model/facts.ts';
import type { PathStep, WorkLimits } from '../model/finding.ts';
import { weigh, type Weighed } from './estimate.ts';
import type { Evaluation } from './evaluation.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import type { Witness, WorkBlocker, WorkShape } from './rule.ts';
import { workHandedOver } from './work.ts';
import { guessOf, type Guess } from './work-sizes.ts';
import { calling, sizeKey, type Way, type WorkSize, type WorkTerm } from './work-terms.ts';
import type { Visit } from './witnesses.ts';

/** What the estimates of a project are made with. */
export interface Weighing {
  readonly evaluation: Evaluation;
  readonly limits: WorkLimits;
}

/** Computations of an entry that are long, each at its outermost loop, or at the call that leads to it. */
export function workWitnesses(entry: FunctionNode, { evaluation, limits }: Weighing, visit: Visit): Witness[] {
  return heavyOnes(entry, entry.work?.terms ?? [], { evaluation, limits }, visit);
}

/** All that an entry computes and that can be weighed, if it takes a millisecond: light work has the cost `small`. */
export function allWork(entry: FunctionNode, { evaluation, limits }: Weighing): Witness[] {
  return (entry.work?.terms ?? []).flatMap((term) => {
    const weighed = weigh(term, (size) => guessOf(evaluation, entry, size), limits);
    const witness = weighed.estimate.milliseconds < 1 ? undefined : toWitness(term, weighed, limits, () => undefined);
    if (!witness) return [];
    return isHeavy(weighed, term, limits) ? [witness] : [{ ...witness, cost: 'small' as const }];
  });
}

/** Computations that would be long if the data were large of which nobody knows how much there is. */
export function unweighedWork(entry: FunctionNode, { evaluation, limits }: Weighing): Witness[] {
  return (entry.work?.terms ?? []).flatMap((term) => {
    const ofData = (size: WorkSize): Guess => guessOf(evaluation, entry, size);
    const ifLarge = (size: WorkSize): Guess => {
      const known = ofData(size);
      return known.origin === 'plain' ? { origin: 'given' } : known;
    };
    const weighed = weigh(term, ifLarge, limits);
    if (!isHeavy(weighed, term, limits) || isHeavy(weigh(term, ofData, limits), term, limits)) return [];
    return toWitness(term, weighed, limits, () => undefined) ?? [];
  });
}

/** What is reached through one edge, whatever its kind. */
export function workWitnessesThrough(edge: Edge, weighing: Weighing, visit: Visit): Witness[] {
  const terms = (edge.to.work?.terms ?? []).map((term): WorkTerm => ({ ...term, way: calling(edge, term.way) }));
  return heavyOnes(edge.to, terms, weighing, visit);
}

/** What is computed elsewhere with what a call hands over. */
export function workWitnessesHanded(edge: Edge, weighing: Weighing, visit: Visit): Witness[] {
  return heavyOnes(edge.from, workHandedOver(edge), weighing, visit);
}

function heavyOnes(
  entry: FunctionNode,
  terms: readonly WorkTerm[],
  { evaluation, limits }: Weighing,
  visit: Visit,
): Witness[] {
  const found: Witness[] = [];
  for (const term of terms) {
    const weighed = weigh(term, (size) => guessOf(evaluation, entry, size), limits);
    if (!isHeavy(weighed, term, limits)) continue;
    const witness = toWitness(term, weighed, limits, visit);
    if (witness) found.push(witness);
  }
  return found;
}

/** Rounds within a pass over data from which on it is no plain pass any more. */
const MANY_ROUNDS = 1000;

function isHeavy({ estimate, degree, isKnown }: Weighed, term: WorkTerm, { report }: WorkLimits): boolean {
  // A pass over data is what programs are for, however long each item takes.
  const isPass = degree === 1 && !isKnown && !term.growth && !isChosen(term) && term.rounds < MANY_ROUNDS;
  return !isPass && estimate.operations >= report;
}

/** Rounds by a number that comes from outside are no pass over data. */
function isChosen({ sizes }: WorkTerm): boolean {
  return sizes.some(({ kind }) => kind === 'number');
}

function toWitness(term: WorkTerm, weighed: Weighed, { warn }: WorkLimits, visit: Visit): Witness | undefined {
  const steps: PathStep[] = [];
  let flags = 0;
  let inner: Way = term.way;
  for (let way: Way | undefined = term.way; way; way = way.next) {
    visit(way.node);
    const step = stepOf(way);
    // Of loops in each other in one function, the outermost and the innermost are told.
    if (step && (way.kind === 'call' || way === term.way || !way.next)) steps.push(step);
    if (way.kind === 'call') flags |= callOf(way.node, way.index)?.flags ?? 0;
    inner = way;
  }
  const [first] = steps;
  if (!first || flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) return undefined;
  const isLarge = weighed.isKnown && weighed.estimate.operations >= warn;
  return {
    rule: 'heavy-loop',
    file: first.file,
    at: first.at,
    text: first.call,
    blocker: blockerOf(term, inner, weighed),
    cost: isLarge ? 'large' : 'medium',
    confidence: weighed.isKnown ? 'certain' : 'likely',
    isMemoised: (flags & CallFlag.Memoised) !== 0,
    isKept: (flags & CallFlag.Kept) !== 0,
    isOnFailure: (flags & CallFlag.OnFailure) !== 0,
    isInLoop: false,
    path: steps,
  };
}

function stepOf({ node, kind, index }: Way): PathStep | undefined {
  const { facts } = node;
  const place = kind === 'loop' ? facts.loops[index] : kind === 'call' ? callOf(node, index) : facts.recursion;
  return place && { file: node.file.path, at: place.at, caller: facts.name, call: place.text };
}

function blockerOf(term: WorkTerm, { node, kind, index }: Way, { estimate }: Weighed): WorkBlocker {
  const loop = kind === 'loop' ? node.facts.loops[index] : undefined;
  const data = term.sizes.at(-1)?.text ?? '';
  const text = loop?.text ?? node.facts.recursion?.text ?? node.facts.name;
  return { kind: 'work', shape: shapeOf(term, loop?.flags ?? 0), text, data, estimate };
}

function shapeOf({ sizes, growth }: WorkTerm, flags: number): WorkShape {
  if (growth) return growth.rate === 0 ? 'permutation' : 'recursion';
  if (flags & LoopFlag.Copy) return 'copy';
  if (flags & LoopFlag.Sort) return 'sort';
  if (sizes.length > 1 && flags & LoopFlag.Lookup) return 'lookup';
  const items = sizes.filter(({ kind }) => kind === 'items');
  if (items.length < 2) return 'count';
  return items.some((size, at) => items.some((other, index) => index > at && sizeKey(other) === sizeKey(size)))
    ? 'pairs'
    : 'nest';
}
