import { execSync } from 'node:child_process';
import { appendFileSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import express from 'express';

const app = express();

function transform(data: string, format: 'json' | 'csv' | 'xml'): string {
  if (format === 'csv') return readFileSync('header.csv', 'utf8') + data;
  return data;
}

app.get('/json', (_req, res) => res.send(transform('a', 'json'))); // ok: another branch
app.get('/csv', (_req, res) => res.send(transform('a', 'csv'))); // expect: blocking-io node:fs.readFileSync
app.get('/any', (req, res) => res.send(transform('a', req.query['as'] as 'json'))); // expect: blocking-io node:fs.readFileSync

function exit(error?: Error) {
  if (!error) unlinkSync('server.pid');
}

app.get('/fail', () => exit(new Error('failed'))); // ok
app.get('/end', (req) => exit(req.body)); // expect: blocking-io node:fs.unlinkSync

function load(source: unknown, via: string): unknown {
  if (typeof source === 'object') return source;
  else if (via === 'pipe') return source;
  return readFileSync(String(source));
}

app.get('/object', (_req, res) => res.send(load({ a: 1 }, 'file'))); // ok
app.get('/piped', (req, res) => res.send(load(req.body, 'pipe'))); // ok
app.get('/file', (req, res) => res.send(load('a.json', 'file'))); // expect: blocking-io node:fs.readFileSync

// The cheaper branch is told where the other one is ruled out.
function log(message: string, level: string, isLoud = true): void {
  switch (level) {
    case 'fatal':
      execSync(`wall ${message}`);
      break;
    case 'error':
    case 'warn':
      appendFileSync('log.txt', message);
      break;
  }
  if (isLoud && level !== 'debug') writeFileSync('last.txt', message);
}

app.get('/warned', () => log('a', 'warn')); // expect: blocking-io node:fs.appendFileSync
app.get('/quiet', () => log('a', 'debug')); // expect: blocking-io node:fs.appendFileSync
app.get('/fatal', () => log('a', 'fatal')); // expect: blocking-io node:child_process.execSync

// A constant is handed on.
function remove(name: string, via?: string): void {
  if (via) save(name, via);
}

function save(name: string, via: string): void {
  return via === 'memory' ? undefined : writeFileSync(name, '');
}

app.delete('/memory', () => remove('a', 'memory')); // ok
app.delete('/disk', () => remove('a', 'disk')); // expect: blocking-io node:fs.writeFileSync

// What else is assigned to a parameter may take any branch.
function open(name: string, mode: string): string {
  if (mode !== 'lazy') mode = 'eager';
  mode = name === 'b' ? 'eager' : mode;
  return mode === 'eager' ? readFileSync(name, 'utf8') : '';
}

app.get('/open', (_req, res) => res.send(open('b', 'lazy'))); // expect: blocking-io node:fs.readFileSync
