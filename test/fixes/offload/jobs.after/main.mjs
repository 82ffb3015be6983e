import http from 'node:http';
import { digestOnThread } from './digest.worker.mjs';

const server = http.createServer((request, response) => response.end());

export async function run() {
  const seeds = [1, 2, 3];
  const values = await Promise.all(seeds.map(async (seed) => await digestOnThread(seed)));
  return [...values, server.listening];
}
