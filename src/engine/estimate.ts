import { LoopFlag } from '../model/facts.ts';
import type { Estimate, EstimateSize, WorkLimits } from '../model/finding.ts';
import type { Guess, Origin } from './work-sizes.ts';
import { sizeKey, type Way, type WorkSize, type WorkTerm } from './work-terms.ts';

export const defaultLimits: WorkLimits = { items: 10_000, report: 20_000_000, warn: 100_000_000 };

/** Steps of syntax that make one operation, by measurement on the loops of docs/calibration.md. */
const STEPS_PER_OPERATION = 10;
/** Operations in a millisecond, by the same measurement. */
const OPERATIONS_PER_MS = 1_000_000;
/** Nobody needs a larger number. */
const MAX_OPERATIONS = 1e18;

const FEW_ITEMS = 10;
/** Of those that may come from outside, as a part: what is waited for is mostly what belongs to one user, project or page. */
const WAITED_SHARE = 0.05;
/** A number that a request names may be any. */
const CHOSEN_NUMBER = 100_000_000;
/** How deep a recursion is taken to go. */
const ASSUMED_DEPTH = 40;

interface Factor {
  name: string;
  readonly of: string;
  readonly amount: number;
  readonly isKnown: boolean;
  readonly key: string;
  readonly origin: Origin;
  readonly kind: WorkSize['kind'];
  /** How often it is multiplied. */
  power: number;
}

export interface Weighed {
  readonly estimate: Estimate;
  /** Nothing had to be assumed. */
  readonly isKnown: boolean;
  /** How many sizes of data that may be large are multiplied. */
  readonly degree: number;
}

const NAMES = ['n', 'm', 'k', 'l', 'p'];

export function weigh(term: WorkTerm, guess: (size: WorkSize) => Guess, limits: WorkLimits): Weighed {
  const factors = factorsOf(term, guess, limits);
  let operations = (term.steps * term.rounds) / STEPS_PER_OPERATION;
  for (const { amount, power } of factors) operations *= amount ** power;
  let growth = factors
    .filter(({ origin }) => !isFixed(origin))
    .map(growthOf)
    .join(' × ');
  let isKnown = factors.every(({ isKnown }) => isKnown);
  const sizes: EstimateSize[] = factors.map(({ name, of, amount, isKnown }) => ({ name, of, amount, isKnown }));
  if (term.growth) {
    const depth = depthOf(term.growth.of, guess);
    operations *= term.growth.rate === 0 ? factorial(depth.amount) : term.growth.rate ** depth.amount;
    const name = NAMES[sizes.length] ?? 'n';
    growth = [growth, term.growth.rate === 0 ? `${name}!` : `${round(term.growth.rate)}${POWER_OF[name] ?? `^${name}`}`]
      .filter(Boolean)
      .join(' × ');
    sizes.push({ name, ...depth });
    isKnown &&= depth.isKnown;
  }
  operations = Math.min(Math.round(operations), MAX_OPERATIONS);
  const estimate = { growth, sizes, operations, milliseconds: Math.round(operations / OPERATIONS_PER_MS) };
  const degree = factors.reduce((sum, { origin, power }) => sum + (isFixed(origin) ? 0 : power), 0);
  return { estimate, isKnown, degree };
}

const POWER_OF: Readonly<Record<string, string>> = { n: 'ⁿ', m: 'ᵐ', k: 'ᵏ' };
const POWERS = ['', '', '²', '³', '⁴'];

function growthOf({ name, power }: Factor): string {
  return `${name}${POWERS[power] ?? `^${power}`}`;
}

function isFixed(origin: Origin): boolean {
  return origin === 'known' || origin === 'small';
}

function round(rate: number): string {
  return String(Math.round(rate * 100) / 100);
}

function factorsOf(term: WorkTerm, guess: (size: WorkSize) => Guess, { items }: WorkLimits): Factor[] {
  const factors = new Map<string, Factor>();
  for (const size of term.sizes) {
    const { origin, amount } = guess(size);
    // Of what is found in much data, little may be kept.
    const key = origin === 'small' ? `few ${size.text}` : sizeKey(size);
    const known = factors.get(key);
    if (known) {
      known.power += 1;
      continue;
    }
    const of = textOf(size);
    const assumed = amount ?? assumedAmount(origin, items);
    factors.set(key, {
      key,
      name: '',
      of,
      amount: assumed,
      isKnown: origin === 'known',
      origin,
      kind: size.kind,
      power: 1,
    });
  }
  const kept = [...factors.values()].filter((factor) => counts(factor, term));
  kept.forEach((factor, index) => (factor.name = NAMES[index] ?? 'n'));
  return kept;
}

/**
 * Whether a size multiplies. One that nothing is known of counts only where a function goes through all pairs of it;
 * a number that nothing is known of, only where its rounds are nested.
 */
function counts({ origin, power, kind }: Factor, { way }: WorkTerm): boolean {
  if (origin === 'plain') return power > 1 && way.calls === 0 && isPairs(way);
  return origin !== 'given' || kind === 'items' || power > 1;
}

/** Loops all along, none of which looks something up. */
function isPairs(way: Way): boolean {
  for (let step: Way | undefined = way; step; step = step.next) {
    const flags = step.kind === 'loop' ? (step.node.facts.loops[step.index]?.flags ?? 0) : 0;
    if (flags & (LoopFlag.Scan | LoopFlag.Lookup)) return false;
  }
  return true;
}

function assumedAmount(origin: Origin, items: number): number {
  if (origin === 'chosen') return CHOSEN_NUMBER;
  if (origin === 'small') return FEW_ITEMS;
  return origin === 'waited' ? items * WAITED_SHARE : items;
}

function depthOf(of: WorkSize | number, guess: (size: WorkSize) => Guess): Omit<EstimateSize, 'name'> {
  if (typeof of === 'number') return { of: String(of), amount: of, isKnown: true };
  const { origin, amount } = guess(of);
  const assumed = origin === 'small' ? FEW_ITEMS : ASSUMED_DEPTH;
  return { of: textOf(of), amount: amount ?? assumed, isKnown: origin === 'known' };
}

/** The expression that the number is of: `rows.length`. */
function textOf({ kind, text, file }: WorkSize): string {
  return kind === 'items' ? (file.unit?.traits.count(text) ?? text) : text;
}

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n && product < MAX_OPERATIONS; factor++) product *= factor;
  // Of each step as many again are on the way, and each copies what is left.
  return product * n * Math.E;
}
