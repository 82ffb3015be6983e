import { readFileSync as read, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', 'text');
  return read('a', 'utf8');
}
