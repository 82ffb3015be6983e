import { writeFileSync } from 'node:fs';
import { readText } from './read-text.mjs';

writeFileSync('text', 'what is in it');

/** Reads a file on a thread. */
function load(name) {
  return readText({ name, times: 2 });
}

export async function run() {
  const text = await load('text');
  const failed = await load('none').catch((error) => error.code);
  return [text, failed];
}
