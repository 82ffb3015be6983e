import { readFileSync } from 'node:fs';

export function middleware() {
  return new Response(readFileSync('maintenance.html')); // expect: blocking-io node:fs.readFileSync
}
