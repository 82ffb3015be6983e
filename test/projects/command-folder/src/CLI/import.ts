import { readFileSync } from 'node:fs';

export async function importAll(from = 'export.json') {
  return JSON.parse(readFileSync(from, 'utf8')); // expect: blocking-io@hint
}
