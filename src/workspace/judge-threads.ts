import { Worker } from 'node:worker_threads';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { Answer, Question } from './judge-server.ts';

/** What says how slow regular expressions are. */
type Ask = (wanted: readonly Expression[]) => Promise<ReadonlyMap<string, ExpressionVerdict>>;

export interface JudgeThread {
  /** Rejects if the thread ends before it has answered. */
  judge(packed: Packed, ask: Ask): Promise<JudgedTexts>;
  end(): void;
}

/** What is handed over: texts and bytes that workspace and threads do not look into. */
export interface Packed {
  readonly about: string;
  readonly facts: Uint8Array<ArrayBuffer>;
}

export interface JudgedTexts {
  readonly texts: readonly string[];
  readonly isFinal: boolean;
}

/** Most of what linking makes lives as long as its part: more room for what is young costs memory and saves no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Starts a thread that runs `serveJudging`. */
export function startJudge(entry: URL, settings: unknown): JudgeThread {
  const worker = new Worker(entry, { workerData: settings, resourceLimits });
  const waiting = new Map<number, Waiting>();
  let lost: Error | undefined;
  let last = 0;
  const lose = (error: Error): void => {
    lost ??= error;
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  worker.on('error', lose);
  worker.on('exit', () => lose(new Error('the thread has ended')));
  worker.on('message', (answer: Answer) => {
    const job = waiting.get(answer.job);
    if (!job) return;
    if ('wanted' in answer) {
      job.ask(answer.wanted).then((verdicts) => {
        worker.postMessage({ job: answer.job, verdicts } satisfies Question);
      }, job.reject);
      return;
    }
    waiting.delete(answer.job);
    job.resolve(answer);
  });
  return {
    judge: (packed, ask) =>
      new Promise((resolve, reject) => {
        if (lost) {
          reject(lost);
          return;
        }
        last += 1;
        waiting.set(last, { ask, resolve, reject });
        worker.postMessage({ job: last, packed } satisfies Question, [packed.facts.buffer]);
      }),
    end: () => void worker.terminate(),
  };
}

interface Waiting {
  readonly ask: Ask;
  readonly resolve: (judged: JudgedTexts) => void;
  readonly reject: (error: Error) => void;
}
