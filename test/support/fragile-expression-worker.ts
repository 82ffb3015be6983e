import { threadId } from 'node:worker_threads';
import { serveExpressions } from '../../src/workspace/expression-server.ts';

/** Says which thread it is, in place of a degree, and ends of some expressions. */
serveExpressions(({ pattern }) => {
  if (pattern.includes('crash')) process.exit(3);
  return { growth: 'polynomial', degree: threadId };
});
