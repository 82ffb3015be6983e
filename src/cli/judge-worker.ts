import { createJudge } from '../session/judge-thread.ts';
import { serveJudging } from '../workspace/judge-server.ts';

/** What runs on the threads that link and judge parts. */
await serveJudging(createJudge);
