import { load } from './broken.js';
import { flow } from './flow.js';
import { readFileSync } from 'node:fs';

export async function run() {
  load();
  flow();
  return readFileSync('x'); // expect: blocking-io node:fs.readFileSync
}
