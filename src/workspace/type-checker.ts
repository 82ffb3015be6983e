import { parentPort, Worker } from 'node:worker_threads';
import type { CheckTypes, TypeCheck } from '../model/type-check.ts';

export interface TypeCheckOptions {
  readonly load: () => Promise<CheckTypes>;
  /** A module that calls `serveTypeChecks`; without it types are checked on this thread. */
  readonly workerEntry?: URL | undefined;
}

/** A check that takes longer says nothing. */
const TIME_LIMIT = 60_000;
/** A thread that nobody asks holds the types of a whole project for nothing. */
const IDLE_LIMIT = 120_000;

/** Checks types on a thread of its own, which stays for the next question. */
export function createTypeCheckClient({
  load,
  workerEntry,
}: TypeCheckOptions): (check: TypeCheck) => Promise<string | undefined> {
  if (!workerEntry) {
    let loaded: Promise<CheckTypes> | undefined;
    return async (check) => (await (loaded ??= load()))(check);
  }
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = (): void => {
    void worker?.terminate();
    worker = undefined;
  };
  return async (check) => {
    clearTimeout(idle);
    if (!worker) {
      worker = new Worker(workerEntry);
      worker.unref();
    }
    const answer = await ask(worker, check);
    if (answer === TOO_LONG) end();
    idle = setTimeout(end, IDLE_LIMIT);
    idle.unref();
    return answer;
  };
}

const TOO_LONG = 'the types of the project could not be checked';

function ask(worker: Worker, check: TypeCheck): Promise<string | undefined> {
  return new Promise((resolve) => {
    worker.ref();
    const finish = (problem: string | undefined): void => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', fail).off('exit', fail);
      worker.unref();
      resolve(problem);
    };
    const fail = (): void => finish(TOO_LONG);
    const timer = setTimeout(fail, TIME_LIMIT);
    worker.once('message', finish).once('error', fail).once('exit', fail);
    worker.postMessage(check);
  });
}

/** The main loop of a thread that checks types: one answer for each question. */
export function serveTypeChecks(check: CheckTypes): void {
  parentPort?.on('message', (question: TypeCheck) => parentPort?.postMessage(check(question)));
}
