import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { name, times } = workerData;
const text = await readFile(name, 'utf8');
// What is sent is what comes back.
parentPort.postMessage(`${text} ${times}`);
