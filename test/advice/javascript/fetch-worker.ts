// A thread of its own for something that only waits.
import { parentPort, workerData } from 'node:worker_threads';

async function load() {
  const response = await fetch(workerData as string);
  parentPort?.postMessage(await response.text());
}

void load();
