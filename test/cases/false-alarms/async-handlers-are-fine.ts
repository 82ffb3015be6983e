// An async function as a handler is no finding by itself (SonarJS#4519).
import express from 'express';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';

const app = express();
const events = new EventEmitter();

app.get('/', async (_req, res) => {
  res.send(await readFile('index.html'));
});
events.on('tick', async () => {
  await readFile('tick');
});
setInterval(async () => readFile('x'), 1000);
