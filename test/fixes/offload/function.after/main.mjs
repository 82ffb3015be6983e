import { next, lastOfOnThread } from './last-of.worker.mjs';
import { EOL } from 'node:os';

const requests = { count: 0 };

export async function run() {
  requests.count += 1;
  const last = await lastOfOnThread(60_000_000);
  return [last.value, last.digest, next(1), EOL, requests.count];
}
