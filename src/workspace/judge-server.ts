import { parentPort, workerData } from 'node:worker_threads';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { JudgedTexts, JudgeThread, Packed } from './judge-threads.ts';

type Verdicts = ReadonlyMap<string, ExpressionVerdict>;

/** What a thread is sent: parts to judge, or what it has asked for. */
export type Question = { readonly job: number } & ({ readonly packed: Packed } | { readonly verdicts: Verdicts });

/** What it sends: what it found, or expressions of which it has to know more. */
export type Answer = { readonly job: number } & (JudgedTexts | { readonly wanted: readonly Expression[] });

/** What runs on a thread that judges. What goes wrong ends the thread: who started it knows what to do then. */
export async function serveJudging(createJudge: (settings: never) => Promise<JudgeThread['judge']>): Promise<void> {
  const asked = new Map<number, (verdicts: Verdicts) => void>();
  const judging = createJudge(workerData as never);
  const send = (answer: Answer): void => parentPort?.postMessage(answer);
  const answer = async (job: number, packed: Packed): Promise<void> => {
    const judge = await judging;
    const judged = await judge(packed, (wanted) => {
      send({ job, wanted });
      return new Promise((resolve) => asked.set(job, resolve));
    });
    asked.delete(job);
    send({ job, ...judged });
  };
  parentPort?.on('message', (question: Question) => {
    if ('verdicts' in question) asked.get(question.job)?.(question.verdicts);
    else void answer(question.job, question.packed);
  });
  await judging;
}
