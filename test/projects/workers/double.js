import { parentPort } from 'node:worker_threads';

parentPort.once('message', (number) => {
  parentPort.postMessage(number * 2);
});
