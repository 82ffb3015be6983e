import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import express from 'express';

let page;
let browser = null;

async function find() {
  return execSync('which chromium').toString(); // expect: blocking-io@information
}

async function start() {
  if (browser && browser.length > 0) {
    return browser;
  } else {
    browser = await find();
  }
  return browser;
}

const app = express();

app.get('/', async (request, response) => {
  if (page) response.send(page);
  else {
    page = readFileSync('index.html'); // expect: blocking-io@information
    response.send(page);
  }
  await start();
});

app.get('/other', (request, response) => {
  if (page) response.send(page);
  else response.send(readFileSync('other.html')); // expect: blocking-io@warning
});
