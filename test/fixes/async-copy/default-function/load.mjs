import { readFileSync } from 'node:fs';
export default function load(name) {
  return readFileSync(name, 'utf8');
}
