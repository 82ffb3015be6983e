import { readFileSync, statSync } from 'node:fs';

let rules: string[] = [];

// The file's own body runs it; nobody knows whether `reload` is ever called.
async function load(): Promise<void> {
  rules = readFileSync('rules.txt', 'utf8').split('\n'); // expect: blocking-io@hint node:fs.readFileSync
}

export async function reload(): Promise<void> {
  await load();
}

let version: number | undefined;

// What is small and runs once is nobody's concern.
export async function since(): Promise<number> {
  version ??= statSync('rules.txt').mtimeMs; // expect: blocking-io@hint node:fs.statSync
  return version;
}

export const count = (): number => rules.length;

await load();
