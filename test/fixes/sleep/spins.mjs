import { performance } from 'node:perf_hooks';

export async function until(ms) {
  const end = Date.now() + ms;
  while (Date.now() < end);
  return 'until';
}

async function since(ms) {
  const start = new Date().getTime();
  while (new Date().getTime() - start < ms) {}
  return 'since';
}

async function from(start, ms) {
  while (performance.now() - start < ms) continue;
  return 'from';
}

async function head(ms) {
  for (let start = Date.now(); Date.now() - start <= ms; ) {}
  return 'head';
}

async function kept(ms) {
  const deadline = Date.now() + ms;
  do {} while (deadline > Date.now());
  return deadline > 0;
}

export async function run() {
  return [await until(5), await since(5), await from(performance.now(), 5), await head(5), await kept(5)];
}
