/**
 * Measures how long the sample loops stall Node, beside what the rule heavy-loop estimates: `npm run calibrate`. It writes
 * `docs/calibration.md` and the measurements that the test compares the rule's decisions with.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { decide } from './calibration/decide.ts';
import { renderCalibration, type Row } from './calibration/page.ts';
import type { Sample } from './calibration/inputs.ts';
import { samples } from './calibration/samples.ts';

const RUNS = 5;
const root = join(import.meta.dirname, '..');

/** Milliseconds of the median of some runs in a process of its own. */
function measure({ source, input, items }: Sample): number {
  const program = `${source}
const n = ${items};
const times = [];
for (let round = 0; round < ${RUNS}; round++) {
  const args = ${input};
  const start = performance.now();
  await run(...args);
  times.push(performance.now() - start);
}
console.log(times.sort((a, b) => a - b)[${Math.floor(RUNS / 2)}]);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return Number(output);
}

/** Low enough that every estimate is told. */
const TELL_ALL = 1e-3;

const rows: Row[] = [];
for (const sample of samples) {
  const milliseconds = measure(sample);
  const finding = await decide(sample);
  const estimate = (finding ?? (await decide(sample, TELL_ALL)))?.estimate;
  rows.push({ sample, milliseconds, estimate, fires: finding !== undefined });
  console.log(`${milliseconds.toFixed(1).padStart(9)} ms  ${finding ? 'fires ' : 'silent'}  ${sample.name}`);
}
rows.sort((a, b) => b.milliseconds - a.milliseconds);
const measured = Object.fromEntries(rows.map(({ sample, milliseconds }) => [sample.name, round(milliseconds)]));
writeFileSync(join(root, 'bench/calibration/measured.json'), `${JSON.stringify(measured, null, 2)}\n`);
const page = renderCalibration(rows, { node: process.version, cpu: cpus()[0]?.model ?? 'unknown processor' });
writeFileSync(join(root, 'docs/calibration.md'), await format(page, { parser: 'markdown', printWidth: 120 }));

function round(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}
