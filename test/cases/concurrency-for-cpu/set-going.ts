import { scryptSync } from 'node:crypto';
import express from 'express';

// Something that waits is set going, and what is heavy is for when that fails.

const app = express();

async function report(): Promise<unknown> {
  try {
    return await (await fetch('https://example.org')).json();
  } catch (error) {
    return scryptSync(String(error), 'salt', 64); // expect: heavy-call
  }
}

async function announce() {
  void report();
}

app.post('/announce', async (request, response) => {
  await announce();
  response.end();
});
