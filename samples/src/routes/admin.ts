import { execFile, execSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { settings } from '../config.ts';
import { bookRepository } from '../repositories/books.ts';
import { countLoans } from '../services/statistics.ts';

export const admin = Router();

// Waits for another program, and the whole server waits with it: seconds, if the database is large.
admin.post('/backup', (request, response) => {
  execSync(`sqlite3 ${settings.database} ".backup data/backup.db"`);
  response.sendStatus(204);
});

// The same job without blocking.
admin.post('/vacuum', async (request, response) => {
  await promisify(execFile)('sqlite3', [settings.database, 'VACUUM']);
  response.sendStatus(204);
});

// Two costs in one line: the query is waiting, the compression is computing. Waiting wants concurrency (another
// driver or a worker), computing wants parallelism (the asynchronous gzip runs on another thread).
admin.get('/catalogue.json.gz', (request, response) => {
  const catalogue = JSON.stringify(bookRepository.search(''));
  response.type('application/gzip').send(gzipSync(catalogue));
});

// Parallelism done right: the counting runs on a worker thread.
admin.get('/statistics', async (request, response) => {
  response.json(await countLoans());
});

// A decision, written down: the finding stays in the reports as suppressed, together with the reason.
admin.get('/settings', (request, response) => {
  // loopwise-ignore-next-line blocking-io -- a few bytes, asked for by one administrator now and then
  response.type('json').send(readFileSync('data/settings.json', 'utf8'));
});

// A timer is event loop code, too: every minute all requests wait for this call, if only for a moment.
setInterval(() => {
  const { size } = statSync(settings.database);
  if (size > 1e9) console.warn('The database is larger than a gigabyte');
}, 60_000).unref();
