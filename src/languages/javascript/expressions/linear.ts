import { JS, type CharSet, type Concatenation, type NoParent, type Node, type Quantifier } from 'refa';
import type { Expression } from '../../../model/expression.ts';

/**
 * Whether a match takes linear time for certain: at each place where the matcher could go on in two ways the next
 * character tells which, but for few exceptions that cannot add up. `false` says nothing.
 */
export function isSurelyLinear({ pattern, flags }: Expression): boolean {
  try {
    const parser = JS.Parser.fromLiteral({ source: pattern, flags: flags.replace(/[dgy]/g, '') });
    const { expression } = parser.parse({ maxBackreferenceWords: 0 });
    return expression.alternatives.every((alternative) => isLinear(alternative, flags));
  } catch {
    // A syntax that is not known, or what is behind in the text has to be the same as what was before.
    return false;
  }
}

type Sequence = NoParent<Concatenation>;
type Element = Sequence['elements'][number];

/** What is left of a pattern, from some place in it to its end. */
interface Rest {
  /** The characters that it may take first. */
  readonly first: CharSet | undefined;
  /** It need not take any. */
  readonly canBeEmpty: boolean;
  /** It matches whatever comes. */
  readonly isSure: boolean;
  /** It may take any number of characters, and then fail. */
  readonly mayFailLate: boolean;
}

/** At the end of the pattern nothing is left that could fail. */
const END: Rest = { first: undefined, canBeEmpty: true, isSure: true, mayFailLate: false };

/** What adds up over a pattern. */
interface Tally {
  /** In how many ways a text can be matched, loops without a bound apart. */
  ways: number;
  /** How many characters are taken beside those of loops without a bound. */
  width: number;
  /** The characters that loops without a bound take. */
  looped: CharSet | undefined;
}

const MAX_WAYS = 64;
const MAX_WIDTH = 300;

/** Nothing is known of the time. */
class Unclear extends Error {}

function isLinear(alternative: Sequence, flags: string): boolean {
  const sequence = flattened(alternative);
  const tally: Tally = { ways: 1, width: 0, looped: undefined };
  const whole = restWith(sequence, END, tally);
  const isAnchored = flags.includes('y') || (sequence[0] !== undefined && isTextEdge(sequence[0], 'behind'));
  if (isAnchored || !tally.looped) return true;
  if (whole.canBeEmpty) return false;
  // What an attempt runs through has few places where another one gets as far as to run through it again.
  return areDisjoint(whole.first, tally.looped) || startOf(sequence).some((one) => areDisjoint(one, tally.looped));
}

/** Characters that have to come before a match runs through the text. */
function startOf(sequence: readonly Element[]): CharSet[] {
  const firstLoop = sequence.findIndex((element) => !isBounded(element));
  return sequence
    .slice(0, firstLoop === -1 ? undefined : firstLoop)
    .flatMap((element) => (element.type === 'CharacterClass' ? element.characters : []));
}

/** Without the groups that leave no choice. */
function flattened({ elements }: Sequence): Element[] {
  return elements.flatMap((element) => {
    if (element.type !== 'Alternation') return element;
    const [only, ...others] = element.alternatives;
    return only && others.length === 0 ? flattened(only) : element;
  });
}

/** `^` and `$`, each at an end of the text. */
function isTextEdge(element: Element, kind: 'ahead' | 'behind'): boolean {
  if (element.type !== 'Assertion' || element.kind !== kind || !element.negate) return false;
  const [only, ...others] = element.alternatives;
  const [character, ...further] = only?.elements ?? [];
  const isOne = others.length === 0 && further.length === 0;
  return isOne && character?.type === 'CharacterClass' && character.characters.isAll;
}

function restWith(elements: readonly Element[], rest: Rest, tally: Tally): Rest {
  return elements.reduceRight((after, element) => withElement(element, after, tally), rest);
}

function withElement(element: Element, rest: Rest, tally: Tally): Rest {
  switch (element.type) {
    case 'CharacterClass':
      widen(tally, 1);
      return { ...rest, first: element.characters, canBeEmpty: false, isSure: false };
    case 'Alternation':
      return withChoice(element.alternatives, rest, tally);
    case 'Assertion': {
      if (!isBounded(element)) throw new Unclear();
      const first = isTextEdge(element, 'ahead') ? undefined : rest.first;
      return { ...rest, first, isSure: false };
    }
    case 'Quantifier':
      return withQuantifier(element, rest, tally);
    case 'Unknown':
      throw new Unclear();
  }
}

function withChoice(alternatives: readonly Sequence[], rest: Rest, tally: Tally): Rest {
  const rests = alternatives.map((alternative) => restWith(flattened(alternative), rest, tally));
  const [start, ...others] = rests;
  if (!start) throw new Unclear();
  return others.reduce((before, next) => either(before, next, tally), start);
}

/** One or the other. */
function either(a: Rest, b: Rest, tally: Tally): Rest {
  if (!areDisjoint(a.first, b.first)) tally.ways *= 2;
  if (tally.ways > MAX_WAYS) throw new Unclear();
  return {
    first: union(a.first, b.first),
    canBeEmpty: a.canBeEmpty || b.canBeEmpty,
    isSure: a.isSure || b.isSure,
    mayFailLate: a.mayFailLate || b.mayFailLate,
  };
}

function withQuantifier(quantifier: NoParent<Quantifier>, rest: Rest, tally: Tally): Rest {
  const { min, max, alternatives } = quantifier;
  if (max === 0) return rest;
  const [only, ...others] = alternatives.map(flattened);
  const [character, ...further] = only ?? [];
  if (others.length === 0 && further.length === 0 && character?.type === 'CharacterClass')
    return withRun(character.characters, quantifier, rest, tally);
  if (max > 1) return withLoop(quantifier, rest, tally);
  const once = withChoice(alternatives, rest, tally);
  return min === 1 ? once : either(once, rest, tally);
}

/** One character again and again. */
function withRun(characters: CharSet, { min, max }: NoParent<Quantifier>, rest: Rest, tally: Tally): Rest {
  const isDecided = rest.isSure || areDisjoint(characters, rest.first);
  const mayFailLate = rest.mayFailLate || (max === Infinity && !rest.isSure);
  if (max !== Infinity) {
    widen(tally, max);
    if (!isDecided) tally.ways *= max - min + 1;
    if (tally.ways > MAX_WAYS) throw new Unclear();
  } else {
    widen(tally, min);
    // Each character that it gives back would let the rest look far ahead again.
    if (!isDecided && rest.mayFailLate) throw new Unclear();
    if (!rest.isSure) tally.looped = union(tally.looped, characters);
  }
  return min > 0
    ? { first: characters, canBeEmpty: false, isSure: false, mayFailLate }
    : { ...rest, first: union(characters, rest.first), mayFailLate };
}

/** A group again and again: in it, and behind it, one character has to tell how it goes on. */
function withLoop({ min, alternatives }: NoParent<Quantifier>, rest: Rest, tally: Tally): Rest {
  const once = withChoice(alternatives, { ...END, isSure: false }, { ...tally });
  if (once.canBeEmpty || !areDisjoint(once.first, rest.first)) throw new Unclear();
  const first = union(once.first, rest.first);
  const inner: Tally = { ways: 1, width: 0, looped: undefined };
  withChoice(alternatives, { first, canBeEmpty: true, isSure: false, mayFailLate: true }, inner);
  if (inner.ways > 1) throw new Unclear();
  for (const alternative of alternatives) tally.looped = union(tally.looped, charactersOf(alternative));
  return {
    first: min > 0 ? once.first : first,
    canBeEmpty: min === 0 && rest.canBeEmpty,
    isSure: min === 0 && rest.isSure,
    mayFailLate: true,
  };
}

function widen(tally: Tally, by: number): void {
  tally.width += by;
  if (tally.width > MAX_WIDTH) throw new Unclear();
}

function isBounded(node: NoParent<Node>): boolean {
  switch (node.type) {
    case 'CharacterClass':
      return true;
    case 'Concatenation':
      return node.elements.every(isBounded);
    case 'Quantifier':
      return node.max <= 1 && node.alternatives.every(isBounded);
    case 'Unknown':
      return false;
    default:
      return node.alternatives.every(isBounded);
  }
}

/** All that it may take. */
function charactersOf(node: NoParent<Node>): CharSet | undefined {
  switch (node.type) {
    case 'CharacterClass':
      return node.characters;
    case 'Concatenation':
      return node.elements.map(charactersOf).reduce(union, undefined);
    case 'Assertion':
    case 'Unknown':
      return undefined;
    default:
      return node.alternatives.map(charactersOf).reduce(union, undefined);
  }
}

function union(a: CharSet | undefined, b: CharSet | undefined): CharSet | undefined {
  return a && b ? a.union(b) : (a ?? b);
}

function areDisjoint(a: CharSet | undefined, b: CharSet | undefined): boolean {
  return !a || !b || a.isDisjointWith(b);
}
