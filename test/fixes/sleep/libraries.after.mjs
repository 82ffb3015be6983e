import { setTimeout as sleepAsync } from 'node:timers/promises';

export async function pause() {
  await sleepAsync(10);
  await sleepAsync(10);
}
