import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decide } from '../../bench/calibration/decide.ts';
import { samples } from '../../bench/calibration/samples.ts';

const measured = JSON.parse(readFileSync('bench/calibration/measured.json', 'utf8')) as Record<string, number>;

/** Milliseconds: what stalls for longer has to be told, what is shorter must not be. */
const LONG = 50;
const SHORT = 5;

describe('calibration of heavy-loop', () => {
  it('has at least thirty measured samples', () => {
    assert.ok(samples.length >= 30);
    assert.deepEqual(samples.map(({ name }) => name).sort(), Object.keys(measured).sort());
    assert.equal(new Set(samples.map(({ name }) => name)).size, samples.length);
  });

  it('leaves no sample between long and short', () => {
    const between = Object.entries(measured).filter(([, milliseconds]) => milliseconds > SHORT && milliseconds < LONG);
    assert.deepEqual(between, []);
  });

  for (const sample of samples) {
    const milliseconds = measured[sample.name] ?? 0;
    it(`${milliseconds > LONG ? 'speaks of' : 'is silent about'} ${sample.name}`, async () => {
      const finding = await decide(sample);
      assert.equal(finding !== undefined, milliseconds > LONG, finding?.message);
    });
  }
});
