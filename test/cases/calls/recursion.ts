import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

function walk(dir: string, found: string[] = []): string[] {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) walk(path, found);
    else found.push(path);
  }
  return found;
}

export async function files(root: string) {
  return walk(root); // expect: blocking-io node:fs.readdirSync
}

const isEvenDeep = (dir: string, n: number): boolean => (n === 0 ? statSync(dir).isDirectory() : isOddDeep(dir, n - 1));
const isOddDeep = (dir: string, n: number): boolean => (n === 0 ? false : isEvenDeep(dir, n - 1));

export async function mutual(dir: string) {
  return isOddDeep(dir, 7); // expect: blocking-io node:fs.statSync
}

// ok: recursion without an operation at its end
function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
export const small = async () => fib(5);
