/** What fixes do to JavaScript and TypeScript. */
export { rewriteAwaits } from './await-together.ts';
export { rewriteFile } from './rewrite.ts';
export { rewriteExpression } from './safer-expression.ts';
export { rewriteThread } from './unthread/index.ts';
export const makesCopies = true;
