import assert from 'node:assert/strict';
import { costOf } from '../../src/catalog/evaluate.ts';
import type { ArgumentFact, ArgumentPlace } from '../../src/catalog/evaluate.ts';
import type { ApiEntry, Condition } from '../../src/catalog/types.ts';

const literal = (value: string | number | boolean | null): ArgumentFact => ({ kind: 'literal', value });

function decide(when: Condition[], facts: Record<string, ArgumentFact>): string {
  const entry: ApiEntry = {
    name: 'f',
    rule: 'heavy-call',
    work: 'random',
    does: 'makes random bytes',
    cost: 'medium',
    when,
    replace: { strategy: 'advice' },
    example: '',
  };
  const argument = ({ arg }: ArgumentPlace, property?: string): ArgumentFact =>
    facts[property === undefined ? String(arg) : `${String(arg)}.${property}`] ?? { kind: 'missing' };
  return costOf(entry, { argument });
}

describe('catalog: cost of a call', () => {
  it('takes the first condition that holds', () => {
    const when: Condition[] = [
      { arg: 1, isFunction: true, cost: 'none' },
      { arg: 0, below: 1024, cost: 'none' },
      { arg: 0, atLeast: 1_000_000, cost: 'large' },
    ];
    assert.equal(decide(when, { 0: literal(16) }), 'none');
    assert.equal(decide(when, { 0: literal(2_000_000) }), 'large');
    assert.equal(decide(when, { 0: literal(2_000_000), 1: { kind: 'function' } }), 'none');
    assert.equal(decide(when, { 0: literal(5000) }), 'medium');
  });

  it('lets an argument that is not known match nothing', () => {
    const when: Condition[] = [
      { arg: 0, equals: 0, cost: 'none' },
      { arg: 0, missing: true, cost: 'small' },
      { arg: 0, isFunction: false, cost: 'small' },
      { arg: 0, isFunction: true, cost: 'small' },
    ];
    assert.equal(decide(when, { 0: { kind: 'present' } }), 'medium');
    assert.equal(decide([...when, { arg: 0, missing: false, cost: 'small' }], { 0: { kind: 'unknown' } }), 'medium');
  });

  it('lets a condition without a predicate hold always', () => {
    assert.equal(decide([{ arg: 0, cost: 'none' }], { 0: { kind: 'unknown' } }), 'none');
  });

  it('knows missing from present', () => {
    assert.equal(decide([{ arg: 0, missing: true, cost: 'none' }], {}), 'none');
    assert.equal(decide([{ arg: 0, missing: false, cost: 'none' }], { 0: { kind: 'present' } }), 'none');
  });

  it('reads properties, patterns and lists; all predicates of a condition must hold', () => {
    const recursive: Condition[] = [{ arg: 1, property: 'recursive', equals: true, cost: 'large' }];
    assert.equal(decide(recursive, { '1.recursive': literal(true) }), 'large');
    assert.equal(decide(recursive, { '1.recursive': literal(false) }), 'medium');
    const named: Condition[] = [{ arg: 0, matches: '^node:', oneOf: ['node:fs', 'fs'], cost: 'none' }];
    assert.equal(decide(named, { 0: literal('node:fs') }), 'none');
    assert.equal(decide(named, { 0: literal('fs') }), 'medium');
  });
});
