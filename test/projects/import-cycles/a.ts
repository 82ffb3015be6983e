import { pong } from './b';
import { readFileSync } from 'node:fs';

export function ping(n: number): unknown {
  return n > 0 ? pong(n - 1) : readFileSync('ping');
}

export async function start() {
  return pong(3); // expect: blocking-io node:fs.readFileSync
}
