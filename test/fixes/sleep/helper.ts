import { setTimeout as later } from 'node:timers';

function sleep(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    // spin
  }
}

function retry(times: number): string {
  for (let i = 0; i < times; i++) sleep(1);
  return `${times} times`;
}

export async function run() {
  later(() => undefined, 0);
  return retry(3);
}
