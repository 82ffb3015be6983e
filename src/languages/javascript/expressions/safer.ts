import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import type { Attack, Expression } from '../../../model/expression.ts';

/** A pattern that matches the same in linear time, if one of the known rewrites yields it. */
export function saferPattern(
  expression: Expression,
  attack: Attack | undefined,
  isLinear: (pattern: string) => boolean,
): string | undefined {
  const texts = sampleTexts(expression, attack);
  for (const pattern of rewrites(expression)) {
    if (matchesSame(expression, pattern, texts) && isLinear(pattern)) return pattern;
  }
  return undefined;
}

function* rewrites(expression: Expression): Iterable<string> {
  const untangled = fixTrades(expression);
  if (untangled !== undefined) yield untangled;
  const started = guardStarts(expression);
  if (started !== undefined) yield started;
  const both = untangled === undefined ? undefined : guardStarts({ ...expression, pattern: untangled });
  if (both !== undefined) yield both;
}

const MAX_FIXES = 4;

/** Quantifiers that can take characters from each other are told apart. */
function fixTrades({ pattern, flags }: Expression): string | undefined {
  let source: string | undefined;
  try {
    for (let round = 0; round < MAX_FIXES; round++) {
      const { reports } = analyse({ source: source ?? pattern, flags });
      const fixed = reports.map((report) => report.fix()).find((fix) => fix?.flags === flags);
      if (!fixed) return source;
      source = fixed.source;
    }
  } catch {
    return undefined;
  }
  return source;
}

/**
 * `\s+$` tried from each blank of a run of them is quadratic. `(?<!\s)\s+$` starts at the first one only: had a later
 * one led to a match, so would the first.
 */
function guardStarts({ pattern, flags }: Expression): string | undefined {
  try {
    const { alternatives } = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length, {
      unicode: flags.includes('u'),
      unicodeSets: flags.includes('v'),
    });
    const parts = alternatives.map(guarded);
    return parts.some((part, index) => part !== alternatives[index]?.raw) ? parts.join('|') : undefined;
  } catch {
    return undefined;
  }
}

function guarded({ raw, elements: [first] }: AST.Alternative): string {
  if (first?.type !== 'Quantifier' || first.max !== Infinity || first.min > 1) return raw;
  const { type } = first.element;
  const isOneCharacter = type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';
  return isOneCharacter ? `(?<!${first.element.raw})${raw}` : raw;
}

const SAMPLES = 400;
const MAX_SAMPLE = 14;

/** Short texts of the characters that matter to the expression, the same each time. */
function sampleTexts({ pattern }: Expression, attack: Attack | undefined): string[] {
  const pumps = attack?.pumps.flat() ?? [];
  const letters = Array.from(pattern.replaceAll('\\', ''));
  const pieces = ['_', 'a', 'B', '0', ' ', '\n', ...letters, ...pumps].filter((piece) => piece !== '');
  const texts: string[] = [];
  let state = 1;
  const next = (limit: number): number => {
    state = (state * 48271) % 0x7fffffff;
    return state % limit;
  };
  for (let sample = 0; sample < SAMPLES; sample++) {
    let text = '';
    const length = 1 + next(MAX_SAMPLE);
    while (text.length < length) text += pieces[next(pieces.length)] ?? '';
    texts.push(text.slice(0, 2 * MAX_SAMPLE));
  }
  return texts;
}

function matchesSame({ pattern, flags }: Expression, other: string, texts: readonly string[]): boolean {
  const all = flags.includes('g') ? flags : `${flags}g`;
  try {
    const [a, b] = [new RegExp(pattern, all), new RegExp(other, all)];
    return texts.every((text) => matchesOf(a, text) === matchesOf(b, text));
  } catch {
    return false;
  }
}

function matchesOf(expression: RegExp, text: string): string {
  return JSON.stringify(Array.from(text.matchAll(expression), (match) => [match.index, ...match]));
}
