import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

// Fine: this file runs on a worker thread. Here a synchronous read blocks nobody but the worker, which has nothing
// else to do.
async function count() {
  const lines = readFileSync(workerData.journal, 'utf8').split('\n').filter(Boolean);
  const days = new Map();
  for (const line of lines) {
    const day = line.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const [busiestDay = 'none'] = [...days].sort((one, other) => other[1] - one[1])[0] ?? [];
  parentPort?.postMessage({ loans: lines.length, busiestDay });
}

await count();
