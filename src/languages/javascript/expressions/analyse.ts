import type { Expression, ExpressionVerdict } from '../../../model/expression.ts';
import recheck from 'recheck/lib/browser.js';
import { saferPattern } from './safer.ts';

export interface AnalyseOptions {
  /** Milliseconds. */
  readonly timeLimit?: number;
}

const TIME_LIMIT = 15_000;

/** Limits that count steps, and none of the clock, so that a busy machine finds the same: docs/adr has the numbers. */
const SETTINGS = {
  randomSeed: 1,
  maxIteration: 3,
  maxNFASize: 5000,
  incubationTimeout: null,
  attackTimeout: null,
} as const;

/** How the time of a match grows with the text. Slow: for a thread of its own. Equal questions get equal answers, time permitting. */
export function analyseExpression(expression: Expression, options: AnalyseOptions = {}): ExpressionVerdict {
  const verdict = growthOf(expression, options.timeLimit ?? TIME_LIMIT);
  if (verdict.growth === 'linear' || verdict.growth === 'unknown') return verdict;
  const isLinear = (pattern: string): boolean =>
    growthOf({ pattern, flags: expression.flags }, options.timeLimit ?? TIME_LIMIT).growth === 'linear';
  const safer = saferPattern(expression, verdict.attack, isLinear);
  return safer === undefined ? verdict : { ...verdict, safer };
}

const UNKNOWN: ExpressionVerdict = { growth: 'unknown' };

function growthOf({ pattern, flags }: Expression, timeout: number): ExpressionVerdict {
  try {
    // Flags that say what becomes of matches mean nothing to it, and one it does not know.
    const result = recheck.checkSync(pattern, flags.replace(/[dgv]/g, ''), { ...SETTINGS, timeout });
    if (result.status === 'safe') return { growth: 'linear' };
    if (result.status !== 'vulnerable') return UNKNOWN;
    const { complexity, attack } = result;
    const pumps = attack.pumps.map(({ prefix, pump }) => [prefix, pump] as const);
    const found = { attack: { pumps, suffix: attack.suffix } };
    return complexity.type === 'exponential'
      ? { growth: 'exponential', ...found }
      : { growth: 'polynomial', degree: complexity.degree, ...found };
  } catch {
    return UNKNOWN;
  }
}
