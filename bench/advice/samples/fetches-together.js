import { answerAfter } from '../address.js';

export const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
export const shape = { tasks: 8, wait: 40 };

// advise: neither already-together
export async function subject(names) {
  return Promise.all(names.map((name) => job(name)));
}

export async function job(name) {
  const response = await fetch(answerAfter(40, name));
  return response.text();
}
