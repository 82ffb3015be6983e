import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

writeFileSync('text', 'what is in it');

/** Reads a file on a thread. */
function load(name) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-text.mjs', import.meta.url), { workerData: { name, times: 2 } });
    worker.once('message', (text) => resolve(text));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`It ended with ${code}`));
    });
  });
}

export async function run() {
  const text = await load('text');
  const failed = await load('none').catch((error) => error.code);
  return [text, failed];
}
