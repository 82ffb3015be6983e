import { pbkdf2Sync } from 'node:crypto';
import { answerAfter } from '../address.js';

export const items = ['a', 'b', 'c', 'd', 'e', 'f'];
export const shape = { tasks: 6, wait: 40 };

// advise: both await-in-loop
export async function subject(names) {
  const texts = [];
  for (const name of names) {
    const response = await fetch(answerAfter(40, name));
    texts.push(await response.text());
  }
  return texts.map((text) => job(text));
}

export async function overlapped(names) {
  const responses = await Promise.all(names.map((name) => fetch(answerAfter(40, name))));
  const texts = await Promise.all(responses.map((response) => response.text()));
  return texts.map((text) => job(text));
}

export async function onWorkers(name, pool) {
  const response = await fetch(answerAfter(40, name));
  return pool.run(await response.text());
}

export function job(text) {
  return pbkdf2Sync(text, 'salt', 80_000, 32, 'sha256').length;
}
