import { existsSync, readFileSync, statSync } from 'node:fs';
import express from 'express';
import { wrap } from 'some-wrapper';

const app = express();

// The function of `map` runs now; what it returns is the middleware.
export function use(names) {
  app.use(names.map((name) => loadPlugin(readFileSync(name, 'utf8'))));
}

function loadPlugin(source) {
  return (req, res, next) => {
    res.locals.source = source;
    next();
  };
}

// A wrapper that nobody knows hands on what it is given.
app.use(
  wrap((req, res, next) => {
    if (existsSync(req.path)) statSync(req.path); // expect: blocking-io node:fs.existsSync, blocking-io node:fs.statSync
    next();
  }),
);
