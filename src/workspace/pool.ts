import { Worker } from 'node:worker_threads';
import {
  extractFile,
  factsOfProblem,
  type Extract,
  type ExtractSettings,
  type Prepare,
  type Stamp,
} from './extract-file.ts';
import type { WorkerBatch, WorkerInput } from './extract-server.ts';
import type { FileFacts } from '../model/facts.ts';
import { decodeFacts } from '../model/codec/decode.ts';

/** One file to extract. */
export interface Task {
  readonly file: string;
  /** If the content has this hash, its facts are known. */
  readonly expected: string | undefined;
}

export interface TaskResult {
  readonly file: string;
  readonly stamp: Stamp;
  /** Empty: not to be kept. */
  readonly hash: string;
  /** Undefined: the content is the expected one. Unpacked when asked for: while threads run, memory and cores are theirs. */
  readonly facts: (() => FileFacts) | undefined;
  /** The encoded facts, when they came so. */
  readonly encoded: Uint8Array | undefined;
}

export interface PoolOptions {
  readonly settings: ExtractSettings;
  readonly extract: Extract;
  readonly prepare?: Prepare | undefined;
  /** Module that calls `serveExtraction`; without it everything runs on this thread. */
  readonly workerEntry: URL | undefined;
  readonly threads: number;
  /** Called before threads start. */
  readonly onThreads?: (() => void) | undefined;
  /** Milliseconds that one file may take on a worker. */
  readonly timeLimit: number;
}

const batchSize = 64;
/** Trees live as long as their file: more room for what is young costs memory and saves no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };
const noStamp: Stamp = { mtime: 0, ctime: 0, size: 0 };

/** Extracts all files and hands the results over as they come, in no order. Returns how many threads took part. */
export async function extractAll(
  tasks: readonly Task[],
  options: PoolOptions,
  onResult: (result: TaskResult) => void,
): Promise<number> {
  let left = tasks;
  let threads = 0;
  while (left.length > 0 && options.threads > 0 && options.workerEntry !== undefined) {
    const { done, lost } = await runRound(left, options, options.workerEntry, onResult);
    for (const [index, reason] of lost) onResult(lostResult(left[index]!.file, reason));
    // A round without any progress means that workers do not start here at all.
    if (done.size + lost.size === 0) break;
    threads = options.threads;
    left = left.filter((_, index) => !done.has(index) && !lost.has(index));
  }
  await extractHere(left, options, onResult);
  return threads;
}

async function extractHere(
  tasks: readonly Task[],
  { settings, extract, prepare }: PoolOptions,
  onResult: (result: TaskResult) => void,
): Promise<void> {
  await prepare?.(tasks.map(({ file }) => file));
  let pause = performance.now() + 50;
  for (const { file, expected } of tasks) {
    const { facts, ...result } = extractFile(file, expected, settings, extract);
    onResult({ file, encoded: undefined, ...result, facts: facts && (() => facts) });
    if (performance.now() < pause) continue;
    await new Promise(setImmediate);
    pause = performance.now() + 50;
  }
}

interface Round {
  readonly done: Set<number>;
  /** Index of the file that a worker died of, and why. */
  readonly lost: Map<number, string>;
}

/** Runs workers until each has ended, well or not. What a dead worker had taken beside its last file is left for another round. */
async function runRound(
  tasks: readonly Task[],
  options: PoolOptions,
  entry: URL,
  onResult: (result: TaskResult) => void,
): Promise<Round> {
  const round: Round = { done: new Set(), lost: new Map() };
  options.onThreads?.();
  const threads = Math.min(options.threads, Math.ceil(tasks.length / batchSize));
  const state = new Int32Array(new SharedArrayBuffer(4 * (threads + 1))).fill(-1).fill(0, 0, 1);
  const input: Omit<WorkerInput, 'slot'> = {
    settings: options.settings,
    files: tasks.map(({ file }) => file),
    expected: tasks.map(({ expected }) => expected),
    batchSize,
    state,
  };
  const slots = Array.from({ length: threads }, (_, index) => index + 1);
  await Promise.all(
    slots.map(
      (slot) =>
        new Promise<void>((resolve) => {
          const workerData = { ...input, slot } satisfies WorkerInput;
          const worker = new Worker(entry, { workerData, resourceLimits });
          const watch = watchSlot(state, slot, options.timeLimit, () => void worker.terminate());
          let reason = 'the analysis of this file ended the worker thread';
          worker.on('message', (batch: WorkerBatch) => {
            for (const result of resultsOf(batch, tasks)) onResult(result);
            batch.hashes.forEach((_, index) => round.done.add(batch.start + index));
          });
          worker.on('error', (error: Error) => (reason += `: ${error.message}`));
          worker.on('exit', () => {
            const seconds = watch.stop();
            const current = Atomics.load(state, slot);
            if (seconds > 0) reason = `the analysis of this file took more than ${seconds} s`;
            if (current >= 0 && !round.done.has(current)) round.lost.set(current, reason);
            resolve();
          });
        }),
    ),
  );
  return round;
}

/** Calls `onHang` when a worker stays at one file for too long. `stop` says after how many seconds, 0 for never. */
function watchSlot(state: Int32Array, slot: number, limit: number, onHang: () => void): { stop: () => number } {
  let seen = -1;
  let since = performance.now();
  let hung = false;
  const timer = setInterval(
    () => {
      const current = Atomics.load(state, slot);
      if (current !== seen || current < 0) [seen, since] = [current, performance.now()];
      else if (performance.now() - since > limit && !hung) {
        hung = true;
        onHang();
      }
    },
    Math.min(500, limit / 4),
  );
  return {
    stop: () => {
      clearInterval(timer);
      return hung ? limit / 1000 : 0;
    },
  };
}

function* resultsOf(batch: WorkerBatch, tasks: readonly Task[]): Generator<TaskResult> {
  let begin = 0;
  for (const [index, end] of batch.ends.entries()) {
    const [mtime = 0, ctime = 0, size = 0] = batch.stamps.subarray(index * 3, index * 3 + 3);
    const encoded = end === begin ? undefined : batch.encoded.subarray(begin, end);
    yield {
      file: tasks[batch.start + index]!.file,
      stamp: { mtime, ctime, size },
      hash: batch.hashes[index]!,
      facts: encoded && (() => decodeFacts(encoded)),
      encoded,
    };
    begin = end;
  }
}

function lostResult(file: string, reason: string): TaskResult {
  return {
    file,
    stamp: noStamp,
    hash: '',
    facts: () => factsOfProblem({ kind: 'syntax', message: reason }),
    encoded: undefined,
  };
}
