import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

export async function until(ms) {
  await sleep(ms);
  return 'until';
}

async function since(ms) {
  await sleep(ms);
  return 'since';
}

async function from(start, ms) {
  await sleep(ms - (performance.now() - start));
  return 'from';
}

async function head(ms) {
  await sleep(ms);
  return 'head';
}

async function kept(ms) {
  const deadline = Date.now() + ms;
  await sleep(deadline - Date.now());
  return deadline > 0;
}

export async function run() {
  return [await until(5), await since(5), await from(performance.now(), 5), await head(5), await kept(5)];
}
