import { createJudge } from '../../src/session/judge-thread.ts';
import { serveJudging } from '../../src/workspace/judge-server.ts';

/** A thread that judges, and that some file names bring down. */
await serveJudging(async (settings: Parameters<typeof createJudge>[0]) => {
  const judge = await createJudge(settings);
  return (packed, ask) => {
    if (packed.about.includes('crash')) process.exit(3);
    if (packed.about.includes('throw')) throw new Error('out of luck');
    return judge(packed, ask);
  };
});
