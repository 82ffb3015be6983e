// The scope decides, not the name (clippy#6446, #9208).
import fs, { readFileSync } from 'node:fs';

export async function parameter(readFileSync: (path: string) => string) {
  return readFileSync('a');
}

export async function block(path: string) {
  {
    const fs = { statSync: (p: string) => p.length };
    fs.statSync(path);
  }
  for (const readFileSync of [String, Number]) readFileSync(path);
  try {
    fs.accessSync(path); // expect: blocking-io node:fs.accessSync
  } catch (fs: any) {
    fs.rmSync(path);
  }
  function inner() {
    var fs = new Map<string, string>() as any;
    fs.readdirSync = () => [];
    return fs.readdirSync(path);
  }
  return inner() + readFileSync(path); // expect: blocking-io node:fs.readFileSync
}

export async function hoistedVar(path: string) {
  if (path) {
    var fs: any = { readFileSync: () => '' };
  }
  return fs.readFileSync(path);
}

export const named = async function readFileSync(depth: number): Promise<number> {
  return depth ? readFileSync(depth - 1) : 0;
};

export async function destructured({ fs }: any, [cp]: any[]) {
  fs.readFileSync('a');
  return cp.execSync('b');
}

class readdirSync {}
export const make = async () => new readdirSync();

export async function shadowedGlobals(Atomics: any, Deno: any, require: any) {
  Atomics.wait(1, 2, 3);
  Deno.readTextFileSync('a');
  return require('fs').readFileSync('b');
}
