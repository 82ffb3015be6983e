import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { adviseSamples } from '../../bench/advice/samples.ts';
import { measuredVerdict, type Run } from '../../bench/advice/verdict.ts';

function read(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`bench/advice/${file}`, 'utf8')) as Record<string, string>;
}

describe('advice on samples that were measured', () => {
  it('is what each sample says, and what was measured or differs for a reason that is told', async () => {
    const samples = await adviseSamples();
    const measured = read('measured.json');
    const reasons = read('reasons.json');
    assert.ok(samples.length >= 15, String(samples.length));
    assert.deepEqual(
      samples.map(({ name }) => name),
      Object.keys(measured),
    );
    for (const { name, advice, verdict, evidence } of samples) {
      assert.equal(`${advice.verdict} ${advice.evidence[0]?.kind ?? 'none'}`, `${verdict} ${evidence}`, name);
      assert.ok(advice.verdict === measured[name] || reasons[name] !== undefined, name);
    }
  });

  it('takes a change for worth it that shortens the whole or the longest stall', () => {
    const run = (wall: number, stall: number): Run => ({ wall, cpu: wall, stall });
    const verdict = (now: Run, overlapped: Run, workers: Run): string => measuredVerdict({ now, overlapped, workers });
    assert.equal(verdict(run(300, 2), run(40, 2), run(60, 2)), 'concurrency');
    assert.equal(verdict(run(300, 300), run(300, 300), run(150, 3)), 'parallelism');
    assert.equal(verdict(run(300, 300), run(290, 290), run(310, 5)), 'parallelism');
    assert.equal(verdict(run(600, 40), run(250, 200), run(130, 4)), 'both');
    assert.equal(verdict(run(0.1, 0.1), run(0.01, 0.01), run(2, 1)), 'neither');
    assert.equal(verdict(run(20, 18), run(90, 2), run(100, 2)), 'neither');
  });
});
