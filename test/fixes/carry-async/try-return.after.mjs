import { readFile } from 'node:fs/promises';

async function read(name) {
  return await readFile(name, 'utf8');
}

async function orElse(name, other) {
  try {
    return await read(name);
  } catch {
    return other;
  }
}

export async function run() {
  return [await orElse('nowhere', 'else'), typeof (await orElse('harness.mjs', ''))];
}
