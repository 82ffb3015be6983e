import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';

function sizeOf(file) {
  return statSync(file).size;
}

async function sizeOfAsync(file) {
  return (await stat(file)).size;
}

// refused: synchronous callback
export async function bySize(files) {
  return [...files].sort((a, b) => sizeOf(a) - sizeOf(b));
}

export async function isLarge(file) {
  return (await sizeOfAsync(file)) > 1000;
}

export async function run() {
  return [await isLarge('harness.mjs'), (await bySize(['harness.mjs', 'sort.mjs'])).length];
}
