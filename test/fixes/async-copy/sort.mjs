import { statSync } from 'node:fs';

function sizeOf(file) {
  return statSync(file).size;
}

// refused: synchronous callback
export async function bySize(files) {
  return [...files].sort((a, b) => sizeOf(a) - sizeOf(b));
}

export async function isLarge(file) {
  return sizeOf(file) > 1000;
}

export async function run() {
  return [await isLarge('harness.mjs'), (await bySize(['harness.mjs', 'sort.mjs'])).length];
}
