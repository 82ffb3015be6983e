import http from 'node:http';
import { Worker } from 'node:worker_threads';

http
  .createServer((request, response) => {
    const worker = new Worker(new URL('./fetch.mjs', import.meta.url)); // refused: worker
    worker.once('message', (text) => response.end(text));
  })
  .listen(8080);

export async function shared() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./wait.mjs', import.meta.url)); // refused: worker
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

export async function again() {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./wait.mjs', import.meta.url), { stdout: true }); // refused: worker
    worker.on('message', resolve);
  });
}
