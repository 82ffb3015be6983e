import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { answerAfter } from '../address.js';

export const items = ['a', 'b', 'c', 'd'];
export const isEach = true;
export const shape = { tasks: 4, wait: 40 };

// advise: concurrency parallelism-for-io
export async function subject(name) {
  const worker = new Worker(new URL('./worker-for-fetch.worker.js', import.meta.url), { workerData: name });
  const [text] = await once(worker, 'message');
  return text;
}

export async function overlapped(name) {
  const response = await fetch(answerAfter(40, name));
  return response.text();
}

export const onWorkers = subject;
