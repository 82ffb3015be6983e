import { lstatSync, statSync, writeFileSync } from 'node:fs';

export async function run() {
  writeFileSync('a', 'text');
  const missing = statSync('nowhere', { throwIfNoEntry: false });
  const size = statSync('a', { throwIfNoEntry: false })?.size;
  const big = lstatSync('a', { bigint: true, throwIfNoEntry: false });
  return [missing === undefined, size, typeof big?.size];
}
