import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import * as os from 'os';
import { satisfies } from 'semver';
import { v4 } from 'uuid';
import { register } from './registry.ts';

// What only computes, in whatever module it is, leaves the order open.
export async function texts(urls: string[]) {
  const found = [];
  for (const url of urls) {
    const file = resolve(os.tmpdir(), basename(fileURLToPath(url)));
    if (extname(file) !== '.txt') continue;
    const text = await readFile(file, 'utf8'); // expect: await-in-loop
    found.push({ id: randomUUID(), title: format('%s: %s', file, text) });
  }
  return found;
}

export async function sizes(versions: Record<string, string>) {
  const found = new Map<string, number>();
  for (const [name, version] of Object.entries(versions)) {
    if (!satisfies(version, '>=2')) continue;
    const { size } = await stat(posix.join('packages', name)); // expect: await-in-loop
    found.set(`${name}-${v4()}`, size);
  }
  return found;
}

function placeOf(name: string) {
  return resolve('packages', basename(name));
}

export async function viaHelper(names: string[]) {
  const found = [];
  for (const name of names) found.push(await stat(placeOf(name))); // expect: await-in-loop
  return found;
}

// ok: nobody knows what the function of another package does
export async function registered(names: string[]) {
  for (const name of names) register(name, await stat(resolve(name)));
}
