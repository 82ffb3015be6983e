import { parentPort, workerData } from 'node:worker_threads';
import { render } from 'some-renderer';

parentPort.postMessage(await render(workerData));
