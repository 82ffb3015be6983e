import { setTimeout as sleep } from 'node:timers/promises';
import fs from 'node:fs';

const queue = fs.readdirSync('inbox'); // ok: start-up

async function main() {
  fs.mkdirSync('done', { recursive: true }); // ok: start-up
  while (true) {
    const names = fs.readdirSync('inbox'); // expect: blocking-io node:fs.readdirSync
    queue.push(...names);
    await sleep(1000);
  }
}

await main();
