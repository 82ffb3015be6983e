import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { expressionKey, attackString, type Expression, type ExpressionVerdict } from '../../src/model/expression.ts';
import { loadExpressionAnalyser } from '../../src/session/languages.ts';
import { auditSource } from '../support/analyse.ts';

const folder = new URL('../cases/slow-regex/', import.meta.url);
/** Long enough for a match that ends to end, on a busy machine, too. */
const PATIENCE = 1500;

/** What the fixtures' findings say is slow, is. */
describe('slow expressions of the fixtures', function () {
  this.timeout(120_000);
  const expressions = new Map<string, Expression>();

  before(async () => {
    for (const name of readdirSync(folder)) {
      const { findings } = await auditSource(name, readFileSync(new URL(name, folder), 'utf8'));
      for (const { operation } of findings) {
        if (operation.expression) expressions.set(expressionKey(operation.expression), operation.expression);
      }
    }
  });

  it('are more than ten', () => {
    assert.ok(expressions.size > 10, String(expressions.size));
  });

  it('end on a short attack and do not end on a long one', async () => {
    const analyse = await loadExpressionAnalyser();
    const wrong: string[] = [];
    await inTurns([...expressions.values()], async (expression) => {
      const verdict = await analyse(expression);
      if (!(await ends(expression, attackOf(verdict, 4)))) wrong.push(`${expressionKey(expression)} on a short text`);
      if (await ends(expression, attackOf(verdict, longFor(verdict)))) wrong.push(`${expressionKey(expression)} ends`);
    });
    assert.deepEqual(wrong, []);
  });

  it('have rewrites that end', async () => {
    const analyse = await loadExpressionAnalyser();
    const wrong: string[] = [];
    let rewritten = 0;
    await inTurns([...expressions.values()], async (expression) => {
      const verdict = await analyse(expression);
      if (verdict.safer === undefined) return;
      rewritten += 1;
      const text = attackOf(verdict, longFor(verdict));
      if (!(await ends({ ...expression, pattern: verdict.safer }, text))) wrong.push(verdict.safer);
    });
    assert.deepEqual(wrong, []);
    assert.ok(rewritten >= 3, String(rewritten));
  });
});

function attackOf({ attack }: ExpressionVerdict, times: number): string {
  assert.ok(attack);
  return attackString(attack, times);
}

/** So many repetitions that a match takes some 10^11 steps. */
function longFor({ growth, degree = 2 }: ExpressionVerdict): number {
  return growth === 'exponential' ? 60 : Math.ceil(1e11 ** (1 / degree));
}

const MATCH = `
  const { parentPort, workerData: { pattern, flags, text } } = require('node:worker_threads');
  new RegExp(pattern, flags).test(text);
  parentPort.postMessage('done');
`;

async function ends(expression: Expression, text: string): Promise<boolean> {
  const { pattern, flags } = expression;
  const worker = new Worker(MATCH, { eval: true, workerData: { pattern, flags, text } });
  const ended = await new Promise<boolean>((resolve, reject) => {
    worker.once('message', () => resolve(true));
    worker.once('error', reject);
    // The clock starts when the thread does.
    worker.once('online', () => setTimeout(() => resolve(false), PATIENCE));
  });
  await worker.terminate();
  return ended;
}

const TOGETHER = 2;

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: TOGETHER }, next));
}
