import { Worker } from 'node:worker_threads';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Piscina from 'piscina';
import { hash } from './shared.js';

const worker = new Worker(new URL('./hash-worker.js', import.meta.url));
fork(fileURLToPath(new URL('./child.js', import.meta.url)));
export const pool = new Piscina({ filename: new URL('./pool-task.js', import.meta.url).href });

worker.on('message', () => {
  hash('x'); // expect: heavy-call node:crypto.pbkdf2Sync
});
