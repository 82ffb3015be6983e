import { parentPort, workerData } from 'node:worker_threads';

const response = await fetch(workerData);
parentPort.postMessage(await response.text());
