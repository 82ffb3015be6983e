/** What fixes do to JavaScript and TypeScript. */
export { rewriteFile } from './rewrite.ts';
export { rewriteExpression } from './safer-expression.ts';
