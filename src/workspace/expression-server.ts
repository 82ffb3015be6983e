import { parentPort } from 'node:worker_threads';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';

export type AnalyseExpression = (expression: Expression) => ExpressionVerdict;

/** The main loop of a thread that analyses expressions: one answer for each question. */
export function serveExpressions(analyse: AnalyseExpression): void {
  parentPort?.on('message', (expression: Expression) => parentPort?.postMessage(analyse(expression)));
}
