import express from 'express';
import { createServer } from 'node:http';

// The URL and the headers of a request are one line: what only fails at a line break never fails.

const app = express();

app.get('/docs', (request, response) => {
  const [, rest] = request.path.match(/\/static\/docs\/(.*)$/) ?? [];
  response.send(rest);
});

app.get('/digest', (request, response) => {
  const digest = request.headers['x-digest'] as string;
  response.send(/sha=(.+)$/.test(digest));
});

createServer((request, response) => {
  response.end(request.url?.replace(/#(.*)$/, ''));
}).listen(80);

// It fails without one.
app.get('/after', (request, response) => {
  response.send(request.url.replace(/[^?]+\?/, '')); // expect: slow-regex
});

app.get('/pairs', (request, response) => {
  const header = request.headers['x-pairs'] as string;
  response.send(/(\w+)\s*=\s*"([^"]*)"/.exec(header)); // expect: slow-regex
});

// What is decoded, or sent as a body, has lines.
app.get('/query', (request, response) => {
  response.send((request.query.text as string).replace(/x(.*)$/, '')); // expect: slow-regex
});

app.post('/body', express.text(), (request, response) => {
  response.send(request.body.replace(/#(.*)$/, '')); // expect: slow-regex
});
