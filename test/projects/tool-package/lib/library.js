import { readFileSync, writeFileSync } from 'node:fs';
import { render } from './render.js';

// Loaded by its name; nothing in the package serves anybody with it.
export default async function generate() {
  const template = readFileSync('template.txt', 'utf8'); // expect: blocking-io@hint
  writeFileSync('library.txt', await render(template)); // expect: blocking-io@hint
}
