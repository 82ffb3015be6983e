/** What fixes do to Python. */
export { rewriteFile } from './rewrite.ts';
