const fs = require('fs');
const http = require('http');

const handlers = {
  read(path) {
    return fs.readFileSync(path);
  },
  list: (path) => fs.readdirSync(path),
};
const byName = new Map([
  ['read', (path) => fs.readFileSync(path)],
  ['size', sizeOf],
]);
const registered = new Map();
registered.set('size', sizeOf);
const steps = [sizeOf, (path) => fs.readFileSync(path)];
const added = {};
added[process.argv[2]] = sizeOf;
const filled = [];

function sizeOf(path) {
  return fs.statSync(path).size;
}

function register(step) {
  filled.push(step);
}
register((path) => fs.accessSync(path));

http
  .createServer((req, res) => {
    const handler = handlers[req.method];
    handler?.(req.url); // expect: blocking-io@information
    handlers[req.headers.host](req.url); // expect: blocking-io@information
    byName.get(req.url)(req.url); // expect: blocking-io@information
    registered.get(req.url)(req.url); // expect: blocking-io
    added[req.url](req.url); // expect: blocking-io
    steps[0](req.url); // expect: blocking-io
    steps.at(-1)(req.url); // expect: blocking-io@information
    for (const step of steps) step(req.url); // expect: blocking-io@information
    steps.forEach((step) => step(req.url)); // expect: blocking-io@information
    for (const step of filled) step(req.url); // expect: blocking-io
    filled.forEach((step) => step(req.url)); // expect: blocking-io
    for (const [name, step] of Object.entries(handlers)) step(name); // expect: blocking-io@information
    for (const [, step] of byName) step(req.url); // expect: blocking-io@information
    for (const step of registered.values()) step(req.url); // expect: blocking-io
    res.end();
  })
  .listen(3000);
