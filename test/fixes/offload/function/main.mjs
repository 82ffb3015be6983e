import { createHash } from 'node:crypto';
import { EOL } from 'node:os';

const MODULUS = 2_147_483_647;
const requests = { count: 0 };

/** Where a sequence of so many steps ends. */
function lastOf(rounds) {
  let value = 1;
  for (let i = 0; i < rounds; i++) value = next(value);
  return { value, digest: createHash('sha256').update(String(value)).digest('hex') };
}

function next(value) {
  return (value * 48_271) % MODULUS;
}

export async function run() {
  requests.count += 1;
  const last = lastOf(60_000_000);
  return [last.value, last.digest, next(1), EOL, requests.count];
}
