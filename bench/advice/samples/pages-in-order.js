import { answerAfter } from '../address.js';

export const items = [5];
export const shape = { tasks: 5, wait: 30 };

// Each page tells which one comes next: no round can begin before the one before it.
// advise: neither ordered-awaits
export async function subject([pages]) {
  let next = String(pages);
  const found = [];
  while (next !== '0') {
    const response = await fetch(answerAfter(30, next));
    const text = await response.text();
    found.push(text);
    next = String(Number(text) - 1);
  }
  return found;
}

export async function job(pages) {
  return subject([pages]);
}
