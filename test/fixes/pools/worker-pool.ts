// Computes functions of other modules on worker threads, as many at once as there are processors to spare.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

interface Message {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly buffers: readonly boolean[];
}

interface Task {
  readonly message: Message;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const limit = Math.max(1, availableParallelism() - 1);
const idle: Worker[] = [];
const waiting: Task[] = [];
const running = new Map<Worker, Task>();
let count = 0;

/** What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. */
export function onThread<F extends (...args: never[]) => unknown>(
  module: string,
  name: string,
): (...args: Parameters<F>) => Promise<Awaited<ReturnType<F>>> {
  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ message: { module, name, args, buffers: args.map(isBuffer) }, resolve, reject });
      next();
    });
}

function next(): void {
  while (waiting.length > 0) {
    const worker = idle.pop() ?? (count < limit ? start() : undefined);
    const task = worker && waiting.shift();
    if (!task) return;
    try {
      worker.postMessage(task.message);
      running.set(worker, task);
      worker.ref();
    } catch (error) {
      // An argument cannot be copied.
      idle.push(worker);
      task.reject(error);
    }
  }
}

function start(): Worker {
  count += 1;
  const worker = new Worker(new URL(import.meta.url), { workerData: { isInPool: true } });
  worker.on('message', ({ value, wasBuffer, isError, properties }) => {
    const task = finished(worker);
    idle.push(worker);
    next();
    if (isError) task?.reject(properties ? Object.assign(value, properties) : value);
    else task?.resolve(wasBuffer ? toBuffer(value) : value);
  });
  worker.on('error', (error) => finished(worker)?.reject(error));
  worker.on('exit', (code) => {
    count -= 1;
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    finished(worker)?.reject(new Error(`The worker thread ended with exit code ${code}.`));
    next();
  });
  return worker;
}

/** Takes the task from its worker, which then no longer keeps the process alive. */
function finished(worker: Worker): Task | undefined {
  const task = running.get(worker);
  running.delete(worker);
  worker.unref();
  return task;
}

function isBuffer(value: unknown): boolean {
  return Buffer.isBuffer(value);
}

/** The copy of a buffer is a plain array of bytes. */
function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What a worker thread does with a task. */
async function compute({ module, name, args, buffers }: Message): Promise<object> {
  try {
    const loaded = await import(module);
    const copies = args.map((arg, index) => (buffers[index] ? toBuffer(arg as Uint8Array) : arg));
    const value: unknown = await loaded[name](...copies);
    return { value, wasBuffer: isBuffer(value) };
  } catch (error) {
    // The copy of an error lacks what was added to it.
    const added = error instanceof Error ? Object.entries(error).filter(([, value]) => Object(value) !== value) : [];
    return { value: error, isError: true, properties: added.length > 0 && Object.fromEntries(added) };
  }
}

if (!isMainThread && workerData?.isInPool) {
  parentPort?.on('message', async (message: Message) => {
    try {
      parentPort?.postMessage(await compute(message));
    } catch (error) {
      // The result cannot be copied.
      parentPort?.postMessage({ value: error, isError: true });
    }
  });
}
