import { loadTypeChecker } from '../session/languages.ts';
import { serveTypeChecks } from '../workspace/type-checker.ts';

/** What runs on the thread that checks types. */
serveTypeChecks(await loadTypeChecker());
