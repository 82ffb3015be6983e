import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isSurelyLinear } from '../../src/languages/javascript/expressions/linear.ts';
import { expressionKey, type Expression, type ExpressionVerdict } from '../../src/model/expression.ts';

const known = JSON.parse(
  readFileSync(new URL('../../bench/expressions.json', import.meta.url), 'utf8'),
) as readonly Expression[];

describe('expressions that a quick look finds linear', function () {
  this.timeout(120_000);
  let analyse: (expression: Expression) => ExpressionVerdict;

  before(async () => {
    const { analyseExpression } = await import('../../src/languages/javascript/expressions/analyse.ts');
    analyse = (expression) => analyseExpression(expression);
  });

  for (const { source, flags } of [
    /^\s*upgrade\s*$/i,
    /bytes=([0-9]*)-([0-9]*)/,
    /^(\d+(?:\.\d+)?)\s*(b|kb|mb|gb)?$/,
    /^([a-z][a-z0-9.+-]*:)?(\/\/)?([\\/]+)?([\S\s]*)/i,
    /^(?:\[[^\]]*\]|"(?:[^"\\]|\\.)*")+:/,
    /^(.*\/ghost\/(signup|reset)\/)/,
    /-(\d+)$/,
    /\$\{([^{}]+)\}/g,
  ])
    it(`are those whose next character tells the way: ${source}`, () => {
      assert.ok(isSurelyLinear({ pattern: source, flags }));
    });

  for (const { source, flags } of [
    // Each start runs through the rest, or one loop gives back what another one takes.
    /\s+$/,
    /#.*$/,
    /<[^>]*>/,
    /^\s*|\s*$/g,
    /^(a+)+$/,
    /^(a|ab)*c$/,
    /^(?:a|a)*c/,
    /^\w*\d*x/,
    /^(a*)b\1$/,
    /^(?=a*b)a/,
  ])
    it(`are not others: ${source}`, () => {
      assert.ok(!isSurelyLinear({ pattern: source, flags }));
    });

  it('are none of those that are known to be slow', () => {
    const wrong = known.filter((expression) => isSurelyLinear(expression) && analyse(expression).growth !== 'linear');
    assert.deepEqual(wrong.map(expressionKey), []);
  });

  it('are linear for the analyser, too', () => {
    const wrong: string[] = [];
    let confirmed = 0;
    for (const expression of randomExpressions()) {
      if (!isSurelyLinear(expression)) continue;
      const { growth } = analyse(expression);
      if (growth === 'polynomial' || growth === 'exponential') wrong.push(expressionKey(expression));
      if (growth === 'linear') confirmed += 1;
      if (confirmed === ENOUGH) break;
    }
    assert.deepEqual(wrong, []);
  });
});

const ATOMS = ['a', 'b', 'c', '[ab]', '[bc]', '[^a]', '[^b]', '.', '\\s', '\\d', '\\w'];
const QUANTIFIERS = ['', '', '', '*', '+', '?', '*?', '{2,}', '{1,3}'];
const ASSERTIONS = ['\\b', '$', '(?=a)', '(?!b)', '^'];

const ENOUGH = 150;

/** Those of few letters, where loops get into each other's way. */
function* randomExpressions(): Iterable<Expression> {
  let state = 1;
  const below = (limit: number): number => {
    state = (state * 48271) % 0x7fffffff;
    return state % limit;
  };
  const pick = (texts: readonly string[]): string => texts[below(texts.length)]!;
  const element = (depth: number): string => {
    const kind = below(depth > 0 ? 12 : 9);
    if (kind < 9) return pick(ATOMS) + pick(QUANTIFIERS);
    return kind < 11 ? `(${choice(depth - 1)})${pick(QUANTIFIERS)}` : pick(ASSERTIONS);
  };
  const sequence = (depth: number): string => Array.from({ length: 1 + below(4) }, () => element(depth)).join('');
  const choice = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(below(5) / 2) }, () => sequence(depth)).join('|');
  for (;;) {
    const pattern = `${pick(['', '^'])}${choice(2)}${pick(['', '$'])}`;
    if (/[*+]|,\}/.test(pattern)) yield { pattern, flags: pick(['', 'i', 'm', 's']) };
  }
}
