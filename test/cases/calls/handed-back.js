// A function that gives back what it is handed gives each caller its own.
const express = require('express');
const fs = require('node:fs');
const app = express();

function secured(strategy, handler) {
  if (!strategy.isOn()) return handler;
  return (request, response) => {
    strategy.verify(request);
    handler(request, response);
  };
}

const named = (name, handler) => (handler.label ? handler : Object.assign(handler, { label: name }));

function setUp(strategy, log) {
  app.get('/blocks', secured(strategy, (request, response) => response.send(fs.readFileSync('a')))); // expect: blocking-io node:fs.readFileSync
  app.get('/does-not', twice(strategy, (request, response) => response.send('b')));
  logged(strategy, log);
}

function logged(strategy, log) {
  const listener = secured(strategy, log.write.bind(log));
  app.get('/logged', listener);
  process.on('message', () => listener());
}

function twice(strategy, handler) {
  return secured(strategy, secured(strategy, handler));
}

function nested(strategy) {
  app.get('/nested', secured(strategy, secured(strategy, report)));
}

function report(request, response) {
  response.send(fs.readFileSync('report')); // expect: blocking-io node:fs.readFileSync
}

function register(strategy, handler) {
  app.get('/registered', secured(strategy, handler));
}

function registered(request, response) {
  response.send(fs.readFileSync('registered')); // expect: blocking-io node:fs.readFileSync
}

register({}, registered);
setUp({}, console);
nested({});

function direct() {
  const read = named('read', () => fs.readFileSync('c'));
  const quiet = named('quiet', () => undefined);
  return { read, quiet };
}

exports.quiet = async () => {
  const quiet = named('quiet', () => undefined);
  return quiet();
};

exports.direct = async () => {
  const { read } = direct();
  return read(); // expect: blocking-io node:fs.readFileSync
};
