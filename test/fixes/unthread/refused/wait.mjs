import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

await sleep(10);
parentPort.postMessage('first');
await sleep(10);
parentPort.postMessage('second');
