import { parentPort } from 'node:worker_threads';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';

export type AnalyseExpression = (expression: Expression) => ExpressionVerdict | Promise<ExpressionVerdict>;

/** The main loop of a thread that analyses expressions: one answer for each question. */
export function serveExpressions(analyse: AnalyseExpression): void {
  const answer = async (expression: Expression): Promise<void> => {
    parentPort?.postMessage(await analyse(expression));
  };
  parentPort?.on('message', (expression: Expression) => void answer(expression));
}
