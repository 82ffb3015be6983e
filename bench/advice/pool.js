import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Workers that have a module loaded and call its function `job`; they are ready before anything is measured. */
export async function startPool(url, size) {
  const options = { workerData: { pool: url } };
  const workers = Array.from({ length: size }, () => new Worker(new URL(import.meta.url), options));
  await Promise.all(workers.map((worker) => new Promise((ready) => worker.once('message', ready))));
  const free = [...workers];
  const waiting = [];
  const next = () => {
    const worker = waiting.length > 0 ? free.pop() : undefined;
    if (!worker) return;
    const { item, done } = waiting.shift();
    worker.once('message', (result) => {
      free.push(worker);
      done(result);
      next();
    });
    worker.postMessage(item);
  };
  return {
    /** Hands an item to the next worker that is free. */
    run: (item) =>
      new Promise((done) => {
        waiting.push({ item, done });
        next();
      }),
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

if (!isMainThread && workerData?.pool) {
  const { job } = await import(workerData.pool);
  parentPort.on('message', async (item) => parentPort.postMessage(await job(item)));
  parentPort.postMessage('ready');
}
