/** Asks the published analysers about known expressions, checks what they say by running it, and prints a table. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { analyse } from 'scslre';
import { analyseExpression } from '../src/languages/javascript/expressions/analyse.ts';
import { attackString, expressionKey, type Expression } from '../src/model/expression.ts';

const expressions = JSON.parse(readFileSync(new URL('expressions.json', import.meta.url), 'utf8')) as (Expression & {
  readonly name: string;
})[];

/** Milliseconds that a match may take before it counts as slow: a linear one of such texts takes less than one. */
const PATIENCE = 2000;
const LONG = 300_000;

const MATCH = `
  const { parentPort, workerData: { pattern, flags, text } } = require('node:worker_threads');
  const started = performance.now();
  text.replace(new RegExp(pattern, flags), '');
  parentPort.postMessage(performance.now() - started);
`;

/** Milliseconds of a replacement, Infinity when it does not end. */
async function timeOf({ pattern, flags }: Expression, text: string): Promise<number> {
  const worker = new Worker(MATCH, { eval: true, workerData: { pattern, flags, text } });
  const time = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('online', () => setTimeout(() => resolve(Infinity), PATIENCE));
  });
  await worker.terminate();
  return time;
}

function timed<T>(work: () => T): { readonly value: T; readonly time: number } {
  const started = performance.now();
  const value = work();
  return { value, time: performance.now() - started };
}

const rows: string[][] = [];
const times: { readonly recheck: number[]; readonly scslre: number[] } = { recheck: [], scslre: [] };
analyseExpression({ pattern: 'a+b', flags: '' });
for (const expression of expressions) {
  const { pattern, flags } = expression;
  const recheck = timed(() => analyseExpression(expression));
  const scslre = timed(() => analyse({ source: pattern, flags }).reports.length);
  times.recheck.push(recheck.time);
  times.scslre.push(scslre.time);
  const { growth, degree = 0, attack, safer } = recheck.value;
  const times1 = growth === 'exponential' ? 40 : LONG;
  const measured = attack ? await timeOf(expression, attackString(attack, times1)) : 0;
  rows.push([
    expression.name,
    growth === 'polynomial' ? `n^${degree}` : growth,
    attack ? (measured > 1000 ? 'confirmed' : `${measured.toFixed(0)} ms`) : '',
    scslre.value > 0 ? 'slow' : 'safe',
    safer === undefined ? '' : expressionKey({ pattern: safer, flags }),
  ]);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
}

for (const row of rows) console.log(row.map((cell, index) => cell.padEnd([44, 12, 10, 5, 0][index] ?? 0)).join('  '));
for (const [name, values] of Object.entries(times)) {
  console.log(`${name}: median ${quantile(values, 0.5)}, 95 % ${quantile(values, 0.95)}, most ${quantile(values, 1)}`);
}
const slow = rows.filter(([, , measured]) => measured !== '');
console.log(
  `${rows.length} expressions, ${slow.length} slow by recheck, of them ${slow.filter((row) => row[2] === 'confirmed').length} confirmed`,
);
console.log(
  `scslre finds ${slow.filter((row) => row[3] === 'slow').length} of them, and accuses ${rows.length - slow.length - rows.filter((row) => row[2] === '' && row[3] === 'safe').length} others`,
);
console.log(`${rows.filter((row) => row[4] !== '').length} rewritten`);
