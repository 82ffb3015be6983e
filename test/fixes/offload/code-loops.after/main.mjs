import http from 'node:http';
import { computeFoundOnThread } from './compute-found.worker.mjs';
import { computeSumOnThread } from './compute-sum.worker.mjs';
import { computeDeepestOnThread } from './compute-deepest.worker.mjs';

const server = http.createServer((request, response) => response.end());

async function primes() {
  // The first is no prime.
  let { found, last } = await computeFoundOnThread();
  last += found.length;
  return [found.length, last, server.listening];
}

async function total(start) {
  let sum = start;
  sum = await computeSumOnThread(sum);
  if (sum > 100) sum -= 100;
  return sum;
}

class Table {
  rows = Array.from({ length: 5000 }, (_, id) => ({ id, parent: id >> 1 }));

  async depth() {
    const deepest = await computeDeepestOnThread(this.rows);
    return deepest;
  }
}

export async function run() {
  const table = new Table();
  return [await primes(), await total(5), await table.depth()];
}
