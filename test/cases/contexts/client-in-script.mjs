#!/usr/bin/env node
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { get } from 'node:https';

// Who asks serves nobody.
get('https://example.com/list', (response) => {
  response.on('data', (chunk) => appendFileSync('list.txt', chunk)); // expect: blocking-io@hint
});

if (process.argv.includes('serve')) {
  createServer((incoming) => {
    incoming.on('data', (chunk) => appendFileSync('upload', chunk)); // expect: blocking-io@warning
  }).listen(80);
}
