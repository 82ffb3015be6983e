import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simulate, type Workload } from '../../src/advice/gain.ts';
import { strategies, type Strategy } from '../../src/model/advice.ts';

const base: Workload = { tasks: 10, wait: 100, compute: 20, workers: 4, cores: 4, message: 0 };

function makespan(workload: Partial<Workload>, strategy: Strategy): number {
  return simulate({ ...base, ...workload }, strategy).makespan;
}

const workloads: fc.Arbitrary<Workload> = fc.record({
  tasks: fc.integer({ min: 1, max: 60 }),
  wait: fc.integer({ min: 0, max: 500 }),
  compute: fc.integer({ min: 0, max: 500 }),
  workers: fc.integer({ min: 1, max: 16 }),
  cores: fc.integer({ min: 1, max: 16 }),
  message: fc.integer({ min: 0, max: 5 }),
});

describe('the model of the gain', () => {
  it('takes n·(w + c) for one task after another', () => {
    assert.equal(makespan({}, 'sequential'), 1200);
    assert.equal(makespan({}, 'blocking'), 1200);
  });

  it('brings n·w to w by concurrency, and leaves n·c', () => {
    assert.equal(makespan({ compute: 0 }, 'concurrent'), 100);
    assert.equal(makespan({ wait: 0 }, 'concurrent'), 200);
    assert.equal(makespan({}, 'concurrent'), 300);
  });

  it('brings n·c to n·c/p by parallelism, rounded up to whole tasks, and no more', () => {
    assert.equal(makespan({ tasks: 12, wait: 0 }, 'parallel'), 60);
    assert.equal(makespan({ tasks: 13, wait: 0 }, 'parallel'), 80);
    assert.equal(makespan({ tasks: 12, wait: 0, workers: 64 }, 'parallel'), 60);
  });

  it('waits for ⌈n/k⌉ rounds when k tasks may be under way', () => {
    assert.equal(makespan({ compute: 0, limit: 3 }, 'concurrent'), 400);
  });

  it('overlaps waits and computes on workers at the same time', () => {
    assert.equal(makespan({ tasks: 8 }, 'both'), 140);
  });

  it('gains nothing from workers when a message costs more than the work', () => {
    assert.ok(
      makespan({ wait: 0, compute: 1, message: 2 }, 'parallel') > makespan({ wait: 0, compute: 1 }, 'sequential'),
    );
  });

  it('stalls for the whole work when the thread waits or computes, and for no time when it only waits asynchronously', () => {
    assert.equal(simulate(base, 'blocking').longestStall, 1200);
    assert.equal(simulate({ ...base, wait: 0 }, 'sequential').longestStall, 200);
    assert.equal(simulate(base, 'sequential').longestStall, 20);
    assert.equal(simulate({ ...base, compute: 0 }, 'concurrent').longestStall, 0);
    assert.equal(simulate({ ...base, wait: 0 }, 'parallel').longestStall, 0);
  });

  it('lets others have their turn between the pieces of a computation, which takes as long in all', () => {
    const { makespan: total, longestStall } = simulate({ ...base, tasks: 1, wait: 0, compute: 200 }, 'chunked');
    assert.deepEqual([Math.round(total), Math.round(longestStall)], [200, 10]);
    assert.equal(simulate({ ...base, tasks: 3, wait: 0, compute: 200 }, 'chunked').longestStall, 30);
  });

  it('lets another request wait half of the time that the loop is busy, on average', () => {
    assert.equal(simulate(base, 'blocking').latency, 600);
    assert.equal(simulate({ ...base, tasks: 1 }, 'sequential').latency, (20 * 10) / 120);
  });

  it('is never shorter than the critical path, than the loop’s own work, or than the work divided by the workers', () => {
    fc.assert(
      fc.property(workloads, fc.constantFrom(...strategies), (workload, strategy) => {
        const { tasks, wait, compute, message } = workload;
        const workers = Math.min(workload.workers, workload.cores);
        const { makespan: total, longestStall, latency, intervals } = simulate(workload, strategy);
        const onLoop = intervals
          .filter(({ lane }) => lane === 'loop')
          .reduce((sum, { start, end }) => sum + end - start, 0);
        const onWorkers = strategy === 'parallel' ? wait + compute : strategy === 'both' ? compute : 0;
        assert.ok(total + 1e-6 >= wait + compute + (onWorkers > 0 ? 2 * message : 0));
        assert.ok(total + 1e-6 >= onLoop);
        assert.ok(total >= (tasks * onWorkers) / workers);
        assert.ok(total <= tasks * (wait + compute + 2 * message) + 1e-6);
        assert.ok(longestStall <= total + 1e-6 && latency <= longestStall);
      }),
    );
  });

  it('has no lane do two things at once', () => {
    fc.assert(
      fc.property(workloads, fc.constantFrom(...strategies), (workload, strategy) => {
        const freeAt = new Map<string, number>();
        for (const { lane, index, start, end } of simulate(workload, strategy).intervals) {
          const name = `${lane} ${index}`;
          assert.ok(start >= (freeAt.get(name) ?? 0), name);
          freeAt.set(name, end);
        }
      }),
    );
  });
});
