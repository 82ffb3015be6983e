/**
 * A pool of threads in one file, which is also what the threads run. What stands in `«»` is for TypeScript only; capital
 * letters stand for what differs between kinds of modules.
 */
export const OWN_POOL = `// Computes functions of other modules on worker threads, as many at once as there are processors to spare.
IMPORT({ availableParallelism }, node:os)
IMPORT({ isMainThread, parentPort, Worker, workerData }, node:worker_threads)

«MESSAGE_TYPE
interface Task extends Job {
  resolve(value: any): void;
  reject(error: unknown): void;
}

»const limit = Math.max(1, availableParallelism() - 1);
const idle«: Worker[]» = [];
const waiting«: Task[]» = [];
const running = new Map«<Worker, Task>»();
let count = 0;

/**
 * What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. A signal
 * behind the arguments ends it.
 */
EXPORT function onThread«<F extends (...args: never[]) => unknown>»(
  module«: string»,
  name«: string»,
)«: (...args: [...Parameters<F>, AbortSignal?]) => Promise<Awaited<ReturnType<F>>>» {
SOURCES  return (...args) => run(jobOf(module, name, args));
}

async function run(job«: Job»)«: Promise<any>» {
  const { signal } = job;
  signal?.throwIfAborted();
  let stop = () => {};
  try {
    return await new Promise((resolve, reject) => {
      const task = { ...job, resolve, reject };
      stop = () => cancel(task);
      signal?.addEventListener('abort', stop, { once: true });
      waiting.push(task);
      next();
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Takes a task out of those that wait, or ends the thread that computes it. */
function cancel(task«: Task»)«: void» {
  if (waiting.includes(task)) waiting.splice(waiting.indexOf(task), 1);
  for (const [worker, other] of running) {
    if (other !== task) continue;
    running.delete(worker);
    void worker.terminate();
  }
  task.reject(task.signal?.reason);
}

function next()«: void» {
  while (waiting.length > 0) {
    const worker = idle.pop() ?? (count < limit ? start() : undefined);
    const task = worker && waiting.shift();
    if (!task) return;
    try {
      worker.postMessage(task.message, task.transfer);
      running.set(worker, task);
      worker.ref();
    } catch (error) {
      // An argument cannot be copied.
      idle.push(worker);
      task.reject(error);
    }
  }
}

function start()«: Worker» {
  count += 1;
  const worker = NEW_WORKER;
  worker.on('message', ({ value, wasBuffer, isError, properties }) => {
    const task = finished(worker);
    // It was ended meanwhile.
    if (!task) return;
    idle.push(worker);
    next();
    if (isError) task.reject(properties ? Object.assign(value, properties) : value);
    else task.resolve(wasBuffer ? toBuffer(value) : value);
  });
  worker.on('error', (error) => finished(worker)?.reject(error));
  worker.on('exit', (code) => {
    count -= 1;
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    finished(worker)?.reject(new Error(\`The worker thread ended with exit code \${code}.\`));
    next();
  });
  return worker;
}

/** Takes the task from its worker, which then no longer keeps the process alive. */
function finished(worker«: Worker»)«: Task | undefined» {
  const task = running.get(worker);
  running.delete(worker);
  worker.unref();
  return task;
}

TSX_WORKERJOBS

COMPUTE

if (!isMainThread && workerData?.isInPool) {
  parentPort?.on('message', async (message«: Message») => {
    try {
      parentPort?.postMessage(await compute(message));
    } catch (error) {
      // The result cannot be copied.
      parentPort?.postMessage({ value: error, isError: true });
    }
  });
}
`;

/** What a thread is sent. */
export const MESSAGE_TYPE = `interface Message {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly buffers: readonly boolean[];
}

interface Job {
  readonly message: Message;
  readonly transfer: ArrayBuffer[];
  readonly signal: AbortSignal | undefined;
}
`;

/** What a call is about, for all pools. */
export const JOBS = `const given = new WeakSet«<ArrayBufferLike>»();

/** An argument that goes to the thread itself, not as a copy: here it is empty afterwards. */
EXPORT function moved«<T extends ArrayBufferView>»(array«: T»)«: T» {
  given.add(array.buffer);
  return array;
}

function jobOf(module«: string», name«: string», all«: readonly unknown[]»)«: Job» {
  const last = all.at(-1);
  const signal = last instanceof AbortSignal ? last : undefined;
  const args = signal ? all.slice(0, -1) : all;
  const transfer = args.flatMap((arg) =>
    ArrayBuffer.isView(arg) && given.has(arg.buffer) ? [arg.buffer« as ArrayBuffer»] : [],
  );
  return { message: { module, name, args, buffers: args.map(isBuffer) }, transfer, signal };
}`;

/** What a thread answers, which its copy alone would not tell. */
export const COMPUTE = `function isBuffer(value«: unknown»)«: boolean» {
  return Buffer.isBuffer(value);
}

/** The copy of a buffer is a plain array of bytes. */
function toBuffer({ buffer, byteOffset, byteLength }«: Uint8Array»)«: Buffer» {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What a worker thread does with a task. */
EXPORT_COMPUTE async function compute({ module, name, args, buffers }«: Message»)«: Promise<object>» {
  try {
    const loaded = LOAD;
    const copies = args.map((arg, index) => (buffers[index] ? toBuffer(arg« as Uint8Array») : arg));
    const value«: unknown» = await loaded[name](...copies);
    return { value, wasBuffer: isBuffer(value) };
  } catch (error) {
    // The copy of an error lacks what was added to it.
    const added = error instanceof Error ? Object.entries(error).filter(([, value]) => Object(value) !== value) : [];
    return { value: error, isError: true, properties: added.length > 0 && Object.fromEntries(added) };
  }
}`;

/** Tests and tools run sources that are not compiled, which no thread can load. */
export const SOURCES = `  // What is not compiled, in tests say, computes here: no thread could load it.
  if (PLACE.endsWith('ts')) return async (...args) => (await import(module))[name](...args);
`;

/** The hooks that read TypeScript are not there in a thread that starts from a TypeScript file. */
export const TSX_WORKER = `/** A worker thread does not inherit what lets tsx run TypeScript. */
function newWorker(): Worker {
  const options = { workerData: { isInPool: true } };
  if (!PLACE.endsWith('ts')) return new Worker(FILE, options);
  return new Worker(\`TSX_LOAD\`, { ...options, eval: true });
}

`;

/** The same through a pool library that the project has. */
export const LIBRARY_POOL = `// Computes functions of other modules on worker threads, in a pool of LIBRARY.
LIBRARY_IMPORTS

«MESSAGE_TYPE
»let pool«: POOL_TYPE | undefined»;
STATE
/**
 * What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. A signal
 * behind the arguments ends it.
 */
EXPORT function onThread«<F extends (...args: never[]) => unknown>»(
  module«: string»,
  name«: string»,
)«: (...args: [...Parameters<F>, AbortSignal?]) => Promise<Awaited<ReturnType<F>>>» {
SOURCES  return async (...args) => {
    const { value, wasBuffer, isError, properties } = await run(jobOf(module, name, args));
    if (isError) throw properties ? Object.assign(value, properties) : value;
    return wasBuffer ? toBuffer(value) : value;
  };
}

RUN
JOBS

COMPUTE
SERVE`;

/** Libraries let idle threads end by themselves. */
export const RUN_IN_POOL = `async function run({ message, transfer, signal }«: Job»)«: Promise<any>» {
  pool ??= MAKE_POOL;
  signal?.throwIfAborted();
  try {
    return await pool.run(message, { name: 'compute', transferList: transfer, signal: signal ?? null });
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}
`;

/** Threads of workerpool keep the process alive until they are ended. */
export const RUN_IN_WORKERPOOL = `async function run({ message, transfer, signal }«: Job»)«: Promise<any>» {
  clearTimeout(rest);
  pool ??= MAKE_POOL;
  signal?.throwIfAborted();
  running += 1;
  const computing = pool.exec('compute', [message], { transfer });
  const stop = () => void computing.cancel();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await computing;
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    running -= 1;
    if (running === 0) rest = setTimeout(endThreads, 1000);
  }
}

/** Idle threads would keep the process alive. */
function endThreads()«: void» {
  void pool?.terminate();
  pool = undefined;
}
`;
