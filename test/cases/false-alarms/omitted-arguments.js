import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import express from 'express';

function load(path, callback) {
  if (callback) {
    readFile(path, 'utf8').then((text) => callback(null, text), callback);
    return undefined;
  }
  return readFileSync(path, 'utf8');
}

function page(name, fallback) {
  if (fallback) return readFileSync(fallback, 'utf8');
  return name;
}

function store(text, path) {
  if (typeof path === 'undefined') return;
  writeFileSync(path, text);
}

function either(path, isKnown) {
  if (isKnown == null) existsSync(path);
}

const app = express();

app.get('/a', (request, response) => {
  load('a.txt', (error, text) => response.send(text));
});

app.get('/b', (request, response) => {
  response.send(load('b.txt')); // expect: blocking-io node:fs.readFileSync
});

app.get('/c', (request, response) => {
  response.send(page('c')); // ok: nothing to fall back to
});

app.get('/d', (request, response) => {
  response.send(page('d', request.query.fallback)); // expect: blocking-io node:fs.readFileSync
});

app.get('/e', (request, response) => {
  response.send(page(...request.path.split('/'))); // expect: blocking-io node:fs.readFileSync
});

app.post('/f', (request, response) => {
  store(request.body); // ok: no path
  store(request.body, request.query.path); // expect: blocking-io node:fs.writeFileSync
  response.end();
});

app.get('/g', (request, response) => {
  either('g.txt'); // expect: blocking-io@information node:fs.existsSync
  either('g.txt', true); // ok: known
  response.end();
});

function through(path, fallback) {
  return fallback ? page(path, fallback) : page(path);
}

app.get('/h', (request, response) => {
  response.send(through('h')); // ok: what is not handed over is not handed on
});
