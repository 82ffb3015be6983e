// Functions that take no time worth speaking of, and such that may take it.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

// advise: neither cheap
export function add(a: number, b: number) {
  return a + b;
}

// advise: neither cheap
export function fullName(user: { first: string; last: string }) {
  return `${user.first} ${user.last}`.trim();
}

// advise: neither cheap
export function names(users: { name: string }[]) {
  return users.map(({ name }) => name).sort();
}

// advise: neither cheap
export function weekdays() {
  const days = [];
  for (let day = 0; day < 7; day++) days.push(`day ${day}`);
  return days;
}

// advise: neither reached
function settings() {
  return JSON.parse(readFileSync('settings.json', 'utf8'));
}

export const current = settings();

export class Basket {
  #items: string[] = [];

  // advise: neither cheap
  add(item: string) {
    this.#items.push(item);
  }

  // advise: neither cheap
  async load(path: string) {
    this.#items = JSON.parse(await readFile(path, 'utf8'));
  }

  // advise: concurrency blocking
  async restore(path: string) {
    this.#items = JSON.parse(readFileSync(path, 'utf8'));
  }
}
