import { appendFileSync } from 'node:fs';

export function handle({ event, resolve }) {
  appendFileSync('access.log', event.url.pathname); // expect: blocking-io node:fs.appendFileSync
  return resolve(event);
}
