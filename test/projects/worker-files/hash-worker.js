import { readFileSync } from 'node:fs';
import { hash } from './shared.js';

export async function work(file) {
  return hash(readFileSync(file)); // ok: main.js runs this file on a worker thread
}
