import { readFileSync } from 'node:fs';

export const describe = (url) => `${url}?tool`;

// Others may call it while they serve.
export async function settings() {
  return readFileSync('settings.json', 'utf8'); // expect: blocking-io@warning
}
