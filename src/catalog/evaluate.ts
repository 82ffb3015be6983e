import type { Cost } from '../model/finding.ts';
import type { ApiEntry, Predicate } from './types.ts';

/**
 * What is known of an argument, or of a property of an object argument. `present`: it is there, its value is not
 * known, but perhaps the API that made it. `unknown`: not even that (behind a spread, a property of an object that the facts do not show).
 */
export type ArgumentFact =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'function' }
  | { readonly kind: 'present'; readonly path?: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' };

/** Where an argument stands: by its index, by its name, or by either. */
export interface ArgumentPlace {
  readonly arg?: number | 'all';
  readonly keyword?: string;
}

export interface CallArguments {
  argument(place: ArgumentPlace, property?: string): ArgumentFact;
}

/** What a call costs: the first condition whose every predicate holds decides, else the API's own cost. */
export function costOf(entry: ApiEntry, call: CallArguments): Cost | 'none' {
  for (const condition of entry.when ?? []) {
    if (holds(condition, call)) return condition.cost;
  }
  return entry.cost;
}

/** Whether what is known of a call's arguments is enough for a predicate. */
export function holds(predicate: Predicate, call: CallArguments): boolean {
  return matches(predicate, call.argument(predicate, predicate.property));
}

function matches(condition: Predicate, fact: ArgumentFact): boolean {
  if (fact.kind === 'unknown') return !hasPredicate(condition);
  if (condition.missing !== undefined && condition.missing !== (fact.kind === 'missing')) return false;
  if (condition.isFunction !== undefined && !isFunction(condition.isFunction, fact)) return false;
  if (condition.made && !(fact.kind === 'present' && condition.made.includes(fact.path ?? ''))) return false;
  return !hasValuePredicate(condition) || (fact.kind === 'literal' && valueMatches(condition, fact.value));
}

/** A condition without a predicate always holds: it says what all other calls cost. */
function hasPredicate(condition: Predicate): boolean {
  const { missing, isFunction, made } = condition;
  return missing !== undefined || isFunction !== undefined || made !== undefined || hasValuePredicate(condition);
}

/** `present` may be a function or not, so it matches neither way. */
function isFunction(expected: boolean, fact: ArgumentFact): boolean {
  return fact.kind !== 'present' && expected === (fact.kind === 'function');
}

function hasValuePredicate({ equals, oneOf, matches, below, atLeast }: Predicate): boolean {
  return [equals, oneOf, matches, below, atLeast].some((predicate) => predicate !== undefined);
}

function valueMatches(condition: Predicate, value: string | number | boolean | null): boolean {
  const { equals, oneOf, below, atLeast } = condition;
  if (equals !== undefined && equals !== value) return false;
  if (oneOf && !oneOf.includes(value)) return false;
  if (condition.matches !== undefined && !(typeof value === 'string' && patternOf(condition.matches).test(value))) {
    return false;
  }
  if (below !== undefined && !(typeof value === 'number' && value < below)) return false;
  return atLeast === undefined || (typeof value === 'number' && value >= atLeast);
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) patterns.set(source, (pattern = new RegExp(source)));
  return pattern;
}
