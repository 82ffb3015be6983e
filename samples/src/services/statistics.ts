import { Worker } from 'node:worker_threads';
import { settings } from '../config.ts';

export interface Statistics {
  loans: number;
  busiestDay: string;
}

/** Counts the loans in the journal on a thread of its own, so that the server keeps serving. */
export function countLoans(): Promise<Statistics> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../workers/statistics.js', import.meta.url), { workerData: settings });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
