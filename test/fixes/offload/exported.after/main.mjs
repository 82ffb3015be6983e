import http from 'node:http';
import { sumOnThread } from './sum.worker.mjs';

export { sum } from './sum.worker.mjs';

const server = http.createServer((request, response) => response.end());

export async function run() {
  const total = await sumOnThread(300_000_000);
  return [total, server.listening];
}
