import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { expressionKey, type Expression, type ExpressionVerdict } from '../model/expression.ts';
import { readVerdicts, writeVerdicts } from './expression-cache.ts';
import type { AnalyseExpression } from './expression-server.ts';

export interface ExpressionOptions {
  /** A module that calls `serveExpressions`; without it expressions are analysed on this thread. */
  readonly workerEntry?: URL | undefined;
  readonly load: () => Promise<AnalyseExpression>;
  /** A folder to keep answers in, and what they depend on beside the expression. */
  readonly cache?: { readonly folder: string; readonly key: string } | undefined;
  readonly threads?: number | undefined;
}

/** Knows, or finds out, how slow regular expressions are: each is analysed once. */
export interface ExpressionAnalyser {
  readonly analyse: (wanted: readonly Expression[]) => Promise<ReadonlyMap<string, ExpressionVerdict>>;
  readonly save: () => Promise<void>;
}

/** An expression that takes its thread longer than this is given up. */
const HARD_LIMIT = 40_000;
/** Starting a thread takes as long as analysing so many. */
const PER_THREAD = 8;
const MAX_THREADS = 4;

export function createExpressionAnalyser(options: ExpressionOptions): ExpressionAnalyser {
  const { cache, workerEntry, threads = Math.max(1, availableParallelism() - 1) } = options;
  let known: Promise<Map<string, ExpressionVerdict>> | undefined;
  let isChanged = false;
  const crew = workerEntry && createCrew(workerEntry, Math.min(Math.max(1, threads), MAX_THREADS));
  return {
    async analyse(wanted) {
      known ??= cache ? readVerdicts(cache) : Promise.resolve(new Map());
      const verdicts = await known;
      const missing = wanted.filter((expression) => !verdicts.has(expressionKey(expression)));
      if (missing.length > 0) {
        isChanged = true;
        const found = crew ? await analyseInThreads(missing, crew) : await analyseHere(missing, options.load);
        for (const [key, verdict] of found) verdicts.set(key, verdict);
      }
      return new Map(
        wanted.map((expression) => {
          const key = expressionKey(expression);
          return [key, verdicts.get(key) ?? UNKNOWN];
        }),
      );
    },
    async save() {
      if (cache && known && isChanged) await writeVerdicts(cache, await known);
      isChanged = false;
    },
  };
}

const UNKNOWN: ExpressionVerdict = { growth: 'unknown' };

async function analyseHere(
  wanted: readonly Expression[],
  load: ExpressionOptions['load'],
): Promise<Map<string, ExpressionVerdict>> {
  const analyse = await load();
  const verdicts = new Map<string, ExpressionVerdict>();
  for (const expression of wanted) verdicts.set(expressionKey(expression), await analyse(expression));
  return verdicts;
}

async function analyseInThreads(wanted: readonly Expression[], crew: Crew): Promise<Map<string, ExpressionVerdict>> {
  const verdicts = await Promise.all(wanted.map(crew));
  return new Map(wanted.map((expression, index) => [expressionKey(expression), verdicts[index] ?? UNKNOWN]));
}

/** Has an expression analysed when its turn comes. Undefined: it took too long, or ended the thread. */
type Crew = (expression: Expression) => Promise<ExpressionVerdict | undefined>;

interface Job {
  readonly expression: Expression;
  readonly finish: (verdict: ExpressionVerdict | undefined) => void;
}

/** Milliseconds after which an idle thread ends: the parts of an audit, and edits, ask again, and a new one would load all anew. */
const PATIENCE = 30_000;

/** Threads for all who ask, at most so many. They wait for more to do: what they run takes longer to load than most expressions to analyse. */
function createCrew(entry: URL, most: number): Crew {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const queue: Job[] = [];
  let busy = 0;
  const take = (): Worker | undefined => {
    for (const [worker, timer] of idle) {
      clearTimeout(timer);
      idle.delete(worker);
      worker.ref();
      return worker;
    }
    const pays = busy === 0 || (busy < most && queue.length > busy * PER_THREAD);
    return pays ? new Worker(entry) : undefined;
  };
  const rest = (worker: Worker): void => {
    const end = (): void => {
      idle.delete(worker);
      void worker.terminate();
    };
    // Nobody waits for them.
    worker.unref();
    idle.set(worker, setTimeout(end, PATIENCE).unref());
  };
  const work = async (worker: Worker): Promise<void> => {
    busy += 1;
    let isAlive = true;
    for (let job = queue.shift(); job; job = isAlive ? queue.shift() : undefined) {
      const verdict = await ask(worker, job.expression);
      isAlive = verdict !== undefined;
      job.finish(verdict);
    }
    busy -= 1;
    if (isAlive) rest(worker);
    else await worker.terminate();
    start();
  };
  const start = (): void => {
    if (queue.length === 0) return;
    const worker = take();
    if (worker) void work(worker);
  };
  return (expression) =>
    new Promise((finish) => {
      queue.push({ expression, finish });
      start();
    });
}

/** Undefined: it took too long, or ended the thread. */
function ask(worker: Worker, expression: Expression): Promise<ExpressionVerdict | undefined> {
  return new Promise((resolve) => {
    const finish = (verdict?: ExpressionVerdict): void => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', fail).off('exit', fail);
      resolve(verdict);
    };
    const fail = (): void => finish();
    const timer = setTimeout(fail, HARD_LIMIT);
    worker.once('message', finish).once('error', fail).once('exit', fail);
    worker.postMessage(expression);
  });
}
