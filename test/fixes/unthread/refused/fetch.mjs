import { parentPort } from 'node:worker_threads';

const answer = await fetch('http://localhost:8081');
parentPort.postMessage(await answer.text());
