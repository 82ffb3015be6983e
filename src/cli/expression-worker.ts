import { loadExpressionAnalyser } from '../session/languages.ts';
import { serveExpressions } from '../workspace/expression-server.ts';

/** What runs on the threads that analyse regular expressions. */
serveExpressions(await loadExpressionAnalyser());
