import { parentPort, workerData } from 'node:worker_threads';

let sum = 0;
for (const { amount } of workerData) sum += amount;
parentPort.postMessage(sum);
