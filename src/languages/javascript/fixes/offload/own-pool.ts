/**
 * A pool of threads in one file, which is also what the threads run. What stands in `«»` is for TypeScript only; capital
 * letters stand for what differs between kinds of modules.
 */
export const OWN_POOL = `// Computes functions of other modules on worker threads, as many at once as there are processors to spare.
IMPORT({ availableParallelism }, node:os)
IMPORT({ isMainThread, parentPort, Worker, workerData }, node:worker_threads)

«MESSAGE_TYPE
interface Task {
  readonly message: Message;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

»const limit = Math.max(1, availableParallelism() - 1);
const idle«: Worker[]» = [];
const waiting«: Task[]» = [];
const running = new Map«<Worker, Task>»();
let count = 0;

/** What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. */
EXPORT function onThread«<F extends (...args: never[]) => unknown>»(
  module«: string»,
  name«: string»,
)«: (...args: Parameters<F>) => Promise<Awaited<ReturnType<F>>>» {
SOURCES  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ message: { module, name, args, buffers: args.map(isBuffer) }, resolve, reject });
      next();
    });
}

function next()«: void» {
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

function start()«: Worker» {
  count += 1;
  const worker = NEW_WORKER;
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

TSX_WORKERCOMPUTE

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
`;

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
/** What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. */
EXPORT function onThread«<F extends (...args: never[]) => unknown>»(
  module«: string»,
  name«: string»,
)«: (...args: Parameters<F>) => Promise<Awaited<ReturnType<F>>>» {
SOURCES  return async (...args) => {
    const { value, wasBuffer, isError, properties } = await run({ module, name, args, buffers: args.map(isBuffer) });
    if (isError) throw properties ? Object.assign(value, properties) : value;
    return wasBuffer ? toBuffer(value) : value;
  };
}

RUN
COMPUTE
SERVE`;

/** Libraries let idle threads end by themselves. */
export const RUN_IN_POOL = `function run(message«: Message»)«: Promise<any>» {
  pool ??= MAKE_POOL;
  return pool.run(message, { name: 'compute' });
}
`;

/** Threads of workerpool keep the process alive until they are ended. */
export const RUN_IN_WORKERPOOL = `async function run(message«: Message»)«: Promise<any>» {
  clearTimeout(rest);
  pool ??= MAKE_POOL;
  running += 1;
  try {
    return await pool.exec('compute', [message]);
  } finally {
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
