import express from 'express';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { KINDS } from './kinds.js';

enum Kind {
  File = 'file',
  Text = 'text',
}

const load: Record<Kind, (path: string) => unknown> = {
  [Kind.File]: (path) => readFileSync(path),
  [Kind.Text]: (path) => path,
};

const harmless = {
  [Kind.File]: (path: string) => readFile(path),
  [KINDS.other]: (path: string) => path,
};

const app = express();

app.get('/one', (request, response) => {
  response.send(load[Kind.File](request.path)); // expect: blocking-io@information node:fs.readFileSync
});

app.get('/any', (request, response) => {
  response.send(load[request.query.kind as Kind](request.path)); // expect: blocking-io@information node:fs.readFileSync
});

app.get('/harmless', async (request, response) => {
  response.send(await harmless[Kind.File](request.path)); // ok: none of them blocks
});
