// Computes functions of other modules on Web Workers: of each as many at once as there are processors to spare.

/**
 * The function that a worker serves, computed there. Arguments and results are copied. A signal behind the arguments ends it.
 */
export function onThread(start) {
  const pool = { start, idle: [], waiting: [], running: new Map() };
  return (...all) => run(pool, all);
}

/** Computes in a worker what it is asked to. Nothing happens where a page imports the same file. */
export function serve(compute) {
  if (!('WorkerGlobalScope' in globalThis)) return;
  self.addEventListener('message', async ({ data }) => {
    try {
      self.postMessage(await answer(compute, data));
    } catch (error) {
      // The result cannot be copied.
      self.postMessage({ value: error, isError: true });
    }
  });
}

const given = new WeakSet();

/** An argument that goes to the worker itself, not as a copy: here it is empty afterwards. */
export function moved(array) {
  given.add(array.buffer);
  return array;
}

async function answer(compute, args) {
  try {
    return { value: await compute(...args) };
  } catch (error) {
    // The copy of an error lacks what was added to it.
    const added = error instanceof Error ? Object.entries(error).filter(([, value]) => Object(value) !== value) : [];
    return { value: error, isError: true, properties: added.length > 0 && Object.fromEntries(added) };
  }
}

async function run(pool, all) {
  const last = all.at(-1);
  const signal = last instanceof AbortSignal ? last : undefined;
  const args = signal ? all.slice(0, -1) : all;
  signal?.throwIfAborted();
  let stop = () => {};
  try {
    return await new Promise((resolve, reject) => {
      const task = { args, signal, resolve, reject };
      stop = () => cancel(pool, task);
      signal?.addEventListener('abort', stop, { once: true });
      pool.waiting.push(task);
      next(pool);
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Takes a task out of those that wait, or ends the worker that computes it. */
function cancel(pool, task) {
  const { waiting, running } = pool;
  if (waiting.includes(task)) waiting.splice(waiting.indexOf(task), 1);
  for (const [worker, other] of running) {
    if (other !== task) continue;
    running.delete(worker);
    worker.terminate();
  }
  task.reject(task.signal?.reason);
  next(pool);
}

function next(pool) {
  const { idle, waiting, running } = pool;
  const limit = Math.max(1, navigator.hardwareConcurrency - 1);
  while (idle.length > 0 || running.size < limit) {
    const task = waiting.shift();
    if (!task) return;
    let worker;
    try {
      worker = idle.pop() ?? start(pool);
      worker.postMessage(task.args, task.args.flatMap(buffersOf));
      running.set(worker, task);
    } catch (error) {
      // No worker can be started, or an argument cannot be copied.
      if (worker) idle.push(worker);
      task.reject(error);
    }
  }
}

function buffersOf(arg) {
  return ArrayBuffer.isView(arg) && given.has(arg.buffer) ? [arg.buffer] : [];
}

function start(pool) {
  const worker = pool.start();
  worker.addEventListener('message', ({ data: { value, isError, properties } }) => {
    const task = finished(pool, worker);
    // It was ended meanwhile.
    if (!task) return;
    pool.idle.push(worker);
    next(pool);
    if (isError) task.reject(properties ? Object.assign(value, properties) : value);
    else task.resolve(value);
  });
  const fail = (message) => {
    const task = finished(pool, worker);
    worker.terminate();
    if (pool.idle.includes(worker)) pool.idle.splice(pool.idle.indexOf(worker), 1);
    next(pool);
    task?.reject(new Error(message));
  };
  worker.addEventListener('error', ({ message }) => fail(message || 'The worker could not be started.'));
  worker.addEventListener('messageerror', () => fail('The result could not be read.'));
  return worker;
}

/** Takes the task from its worker. */
function finished({ running }, worker) {
  const task = running.get(worker);
  running.delete(worker);
  return task;
}
