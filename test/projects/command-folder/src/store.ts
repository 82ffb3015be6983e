import { readFileSync } from 'node:fs';

export async function load(): Promise<unknown> {
  return JSON.parse(readFileSync('store.json', 'utf8')); // expect: blocking-io@hint
}
