import { pbkdf2Sync } from 'node:crypto';
import { answerAfter } from '../address.js';

export const items = ['a', 'b', 'c', 'd', 'e', 'f'];
export const isEach = true;
export const shape = { tasks: 6, wait: 50 };

// advise: parallelism compute
export async function subject(name) {
  const response = await fetch(answerAfter(50, name));
  const text = await response.text();
  return pbkdf2Sync(text, 'salt', 80_000, 32, 'sha256').length;
}

export async function onWorkers(name, pool) {
  const response = await fetch(answerAfter(50, name));
  return pool.run(await response.text());
}

export function job(text) {
  return pbkdf2Sync(text, 'salt', 80_000, 32, 'sha256').length;
}
