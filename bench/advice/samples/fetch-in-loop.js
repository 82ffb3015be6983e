import { answerAfter } from '../address.js';

export const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
export const shape = { tasks: 10, wait: 30 };

// advise: concurrency await-in-loop
export async function subject(names) {
  const texts = [];
  for (const name of names) texts.push(await job(name));
  return texts;
}

export async function overlapped(names) {
  return Promise.all(names.map((name) => job(name)));
}

export async function job(name) {
  const response = await fetch(answerAfter(30, name));
  return response.text();
}
