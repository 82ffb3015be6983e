import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export const items = Array.from({ length: 4 }, () => new URL(import.meta.url).pathname);
export const isEach = true;
export const shape = { tasks: 4, wait: 0.05 };

// advise: both compute
export async function subject(path) {
  return pbkdf2Sync(readFileSync(path), 'salt', 80_000, 32, 'sha256').length;
}

export async function overlapped(path) {
  return pbkdf2Sync(await readFile(path), 'salt', 80_000, 32, 'sha256').length;
}

export const job = subject;
