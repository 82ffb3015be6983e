import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { BackOff } from '../../src/client/back-off.ts';

const minute = 60_000;

describe('starting a server again', () => {
  it('waits longer each time, tells the user once, and gives up', () => {
    const backOff = new BackOff();
    const starts = [0, 1, 2, 3, 4].map((second) => backOff.next(second * 1000));
    const delays = starts.map(({ delay }) => delay);
    assert.deepEqual(
      delays.slice(0, 4),
      delays.slice(0, 4).toSorted((a, b) => a! - b!),
    );
    assert.equal(delays[4], undefined);
    assert.deepEqual(
      starts.map(({ isFirst }) => isFirst),
      [true, false, false, false, false],
    );
  });

  it('forgets what was long ago, and everything when the user says so', () => {
    const backOff = new BackOff();
    const first = backOff.next(0);
    assert.notDeepEqual(backOff.next(minute), first);
    assert.deepEqual(backOff.next(30 * minute), first);
    backOff.reset();
    assert.deepEqual(backOff.next(31 * minute), first);
  });
});
