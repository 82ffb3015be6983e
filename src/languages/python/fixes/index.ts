/** What fixes do to Python. */
export { rewriteAwaits } from './await-together.ts';
export { rewriteJob } from './move-job.ts';
export { rewriteExpression } from './safer-expression.ts';
export { rewriteFile } from './rewrite.ts';
