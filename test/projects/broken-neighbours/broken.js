import { readFileSync } from 'node:fs'; // expect: skipped
export function load( {
  return readFileSync('x';
}
