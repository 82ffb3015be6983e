import fs from 'node:fs';

export async function run() {
  fs['writeFileSync']('a', 'text');
  return fs['readFileSync']('a', 'utf8');
}
