import { readFileSync } from 'node:fs';

// A command, although others may run it, too.
export async function check() {
  return readFileSync('settings.json', 'utf8'); // expect: blocking-io@hint
}
