import http from 'node:http';
import { checkAllOnThread } from './check-all.worker.mjs';

const server = http.createServer((request, response) => response.end());

async function outcome(limit) {
  try {
    return await checkAllOnThread(200_000_000, limit);
  } catch (error) {
    return [error instanceof RangeError, error.name, error.message, error.code, server.listening];
  }
}

export async function run() {
  return [await outcome(2_000_000), await outcome(1)];
}
