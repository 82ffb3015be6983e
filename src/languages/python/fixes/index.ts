/** What fixes do to Python. */
export { rewriteAwaits } from './await-together.ts';
export { rewriteFile } from './rewrite.ts';
