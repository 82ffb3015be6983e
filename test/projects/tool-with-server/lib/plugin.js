import { readFileSync } from 'node:fs';

// Nobody is known to load it: the server may.
export async function handle() {
  return readFileSync('plugin.json', 'utf8'); // expect: blocking-io@warning
}
