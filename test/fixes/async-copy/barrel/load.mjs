import { readFileSync } from 'node:fs';
export function load(name) {
  return readFileSync(name, 'utf8');
}
