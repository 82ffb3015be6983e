import assert from 'node:assert/strict';
import { expressionKey, type Expression } from '../../src/model/expression.ts';
import { createExpressionAnalyser } from '../../src/workspace/expressions.ts';
import { typeScriptWorker } from '../support/worker-entry.ts';

const workerEntry = typeScriptWorker('./fragile-expression-worker.ts');
const load = (): never => assert.fail('nothing is analysed on this thread');

function expressions(prefix: string, count: number): Expression[] {
  return Array.from({ length: count }, (_, index) => ({ pattern: `${prefix}${index}`, flags: '' }));
}

describe('threads that analyse expressions', function () {
  this.timeout(60_000);

  it('are shared by all who ask', async () => {
    const { analyse } = createExpressionAnalyser({ workerEntry, load, threads: 2 });
    const wanted = ['a', 'b', 'c', 'd'].map((prefix) => expressions(prefix, 12));
    const answers = await Promise.all(wanted.map((some) => analyse(some)));
    const threads = new Set<number>();
    wanted.flat().forEach((expression, index) => {
      const verdict = answers[Math.floor(index / 12)]!.get(expressionKey(expression));
      assert.ok(verdict?.growth === 'polynomial');
      threads.add(verdict.degree ?? 0);
    });
    assert.ok(threads.size <= 2);
  });

  it('may end of an expression, of which nothing is known then', async () => {
    const { analyse } = createExpressionAnalyser({ workerEntry, load, threads: 1 });
    const [crash, ...others] = [...expressions('crash', 1), ...expressions('a', 3)] as const;
    const answers = await analyse([crash!, ...others]);
    assert.deepEqual(answers.get(expressionKey(crash!)), { growth: 'unknown' });
    for (const other of others) assert.equal(answers.get(expressionKey(other))?.growth, 'polynomial');
  });
});
