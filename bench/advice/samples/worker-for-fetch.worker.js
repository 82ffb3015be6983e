import { parentPort, workerData } from 'node:worker_threads';
import { answerAfter } from '../address.js';

const response = await fetch(answerAfter(40, workerData));
parentPort.postMessage(await response.text());
