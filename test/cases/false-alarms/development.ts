import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import express from 'express';

const app = express();
const isDev = process.env['NODE_ENV'] === 'development';
const devices = new Map<string, { path: string }>();

app.get('/page', (request, response) => {
  if (process.env.NODE_ENV !== 'production') {
    response.send(readFileSync('page.html', 'utf8')); // ok: while it is developed
    return;
  }
  response.send(readFileSync('built.html', 'utf8')); // expect: blocking-io node:fs.readFileSync
});

app.get('/template', (request, response) => {
  const template = app.get('env') === 'production' ? 'kept' : readFileSync('template.html', 'utf8');
  if (isDev && request.query['dump']) writeFileSync('dump.html', template);
  response.send(template);
});

if (isDevelopment()) {
  app.use((request, response, next) => {
    writeFileSync('last.txt', request.url); // ok: registered while it is developed
    next();
  });
}

app.post('/save', (request, response) => {
  report(request.url);
  if (isDev || request.query['keep']) writeFileSync('kept.txt', request.url); // expect: blocking-io node:fs.writeFileSync
  response.end();
});

app.get('/device', (request, response) => {
  const dev = devices.get(request.url);
  if (dev) response.send(readFileSync(dev.path)); // expect: blocking-io node:fs.readFileSync
  if (!isDev) existsSync('ready'); // expect: blocking-io@information node:fs.existsSync
});

function report(url: string): void {
  if (process.env.NODE_ENV === 'production') return;
  writeFileSync('report.txt', url);
}

function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
