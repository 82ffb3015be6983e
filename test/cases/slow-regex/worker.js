import { parentPort } from 'node:worker_threads';
import { createServer } from 'node:http';

const COMMAND = /^(?:\s*\w+\s*)*$/;

// A worker that serves has a loop of its own, and nobody else waits for it.
parentPort.on('message', (text) => {
  parentPort.postMessage(COMMAND.test(text)); // ok: on a worker
});

createServer((request, response) => {
  response.end(COMMAND.test(request.url)); // ok: on a worker
}).listen(8080);
