import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { settings } from '../config.ts';

// Fine: this file runs on a worker thread. Here a synchronous read blocks nobody but the worker, which has nothing
// else to do.
async function count(): Promise<void> {
  const lines = readFileSync(settings.journal, 'utf8').split('\n');
  const days = new Map<string, number>();
  for (const line of lines) {
    const day = line.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const [busiestDay = ''] = [...days].sort((one, other) => other[1] - one[1])[0] ?? [];
  parentPort?.postMessage({ loans: lines.length, busiestDay });
}

await count();
