import fs from 'node:fs';
import { execSync } from 'node:child_process';

async function withRetry<T>(attempt: () => T, times = 3): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return attempt(); // ok: what blocks is what the caller passes
    } catch (error) {
      if (i === times) throw error;
    }
  }
}

function timed<T>(label: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(label, performance.now() - start);
  return result;
}

export async function deploy() {
  await withRetry(() => execSync('make deploy')); // expect: blocking-io node:child_process.execSync
  return timed('manifest', () => fs.readFileSync('manifest.json')); // expect: blocking-io node:fs.readFileSync
}

function manifest() {
  return fs.readFileSync('manifest.json');
}

export const byReference = async () => timed('manifest', manifest); // expect: blocking-io node:fs.readFileSync
export const harmless = async () => timed('sum', () => 1 + 1);
