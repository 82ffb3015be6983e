import http from 'node:http';
import { computeNamedOnThread } from './compute-named.worker.mjs';
import { computeFoundOnThread } from './compute-found.worker.mjs';

const server = http.createServer((request, response) => response.end());

const routes = Object.fromEntries([
  ['join', join],
  ['pairs', pairs],
]);

async function join(orders, customers) {
  const named = await computeNamedOnThread(orders, customers);
  return named.reduce((sum, count) => sum + count, 0);
}

async function pairs(rows) {
  const found = await computeFoundOnThread(rows);
  return `${found.length} ${server.listening}`;
}

export async function run() {
  const rows = Array.from({ length: 6000 }, (_, id) => ({ id, name: String(id % 100) }));
  const joined = await routes.join(rows, rows);
  return [joined, await routes.pairs(rows)];
}
