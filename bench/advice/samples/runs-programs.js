import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

export const items = ['0.05', '0.05', '0.05', '0.05'];
export const isEach = true;
export const shape = { tasks: 4, wait: 55 };

// advise: concurrency blocking
export async function subject(seconds) {
  return execFileSync('sleep', [seconds]).length;
}

export async function overlapped(seconds) {
  await promisify(execFile)('sleep', [seconds]);
}

export const job = subject;
