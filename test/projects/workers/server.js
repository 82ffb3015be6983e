import { Worker } from 'node:worker_threads';
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import express from 'express';
import Piscina from 'piscina';

const app = express();

// Pools that start with the program are for what they are for.
const workers = cpus().map(() => new Worker(new URL('./compute.js', import.meta.url)));
const waiting = new Worker(new URL('./poll.js', import.meta.url)); // ok: a thread of its own for good may have other reasons

app.get('/download', (req, res) => {
  const worker = new Worker(new URL('./download.js', import.meta.url), { workerData: req.query.url }); // expect: parallelism-for-io@information
  worker.once('message', (text) => res.send(text));
});

app.get('/pause', (req, res) => {
  const worker = new Worker(new URL('./pause.js', import.meta.url)); // expect: parallelism-for-io
  worker.once('exit', () => res.end());
});

app.post('/store', (req, res) => {
  fork(new URL('./store.js', import.meta.url).pathname).once('exit', () => res.end()); // expect: parallelism-for-io
});

app.post('/double', (req, res) => {
  for (const number of req.body.numbers) {
    const worker = new Worker(new URL('./double.js', import.meta.url)); // expect: parallelism-for-io
    worker.postMessage(number);
  }
  res.end();
});

app.get('/page', (req, res) => {
  const worker = new Worker('./page.cjs', { workerData: req.query.name }); // expect: parallelism-for-io
  worker.once('message', (text) => res.send(text));
});

app.get('/other', (req, res) => {
  fork('elsewhere.js').once('exit', () => res.end()); // ok: no such file beside this one
});

app.post('/compute', (req, res) => {
  const worker = new Worker(new URL('./compute.js', import.meta.url)); // ok: it computes
  worker.once('message', (result) => res.send(result));
});

app.post('/sum', (req, res) => {
  const worker = new Worker(new URL('./sum.js', import.meta.url)); // ok: it goes through data
  worker.once('message', (result) => res.send(result));
});

app.post('/render', (req, res) => {
  const worker = new Worker(new URL('./render.js', import.meta.url)); // ok: a library, and nobody knows what it takes
  worker.once('message', (result) => res.send(result));
});

app.post('/plugin', (req, res) => {
  const worker = new Worker(req.body.file); // ok: nobody knows what runs
  worker.once('message', (result) => res.send(result));
});

const pool = new Piscina({ filename: new URL('./compute.js', import.meta.url).href });

app.post('/pool', async (req, res) => {
  res.send(await pool.run(req.body)); // ok
});

app.listen(3000, () => console.log(workers.length, waiting.threadId));
