import old, { load } from './old.cjs';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const again = require('./old.cjs');

export async function main() {
  old.load('a'); // expect: blocking-io node:fs.readFileSync
  load('b'); // expect: blocking-io node:fs.readFileSync
  again.load('c'); // expect: blocking-io node:fs.readFileSync
  const fresh = await import('./new.mjs');
  fresh.default(); // expect: blocking-io node:child_process.execSync
  const { named } = await import('./new.mjs');
  named(); // expect: blocking-io node:child_process.execSync
  return import('./old.cjs').then(({ default: cjs }) => cjs.load('d')); // expect: blocking-io node:fs.readFileSync
}
