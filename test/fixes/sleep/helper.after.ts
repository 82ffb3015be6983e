import { setTimeout as later } from 'node:timers';
import { setTimeout as sleepAsync } from 'node:timers/promises';

async function sleep(ms: number): Promise<void> {
  await sleepAsync(ms);
}

async function retry(times: number): Promise<string> {
  for (let i = 0; i < times; i++) await sleep(1);
  return `${times} times`;
}

export async function run() {
  later(() => undefined, 0);
  return await retry(3);
}
