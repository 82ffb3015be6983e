import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const fs = require('node:fs');
const { version } = require('./package.json');

export async function banner() {
  const art = fs.readFileSync('banner.txt', 'utf8'); // expect: blocking-io node:fs.readFileSync
  return `${art} v${version}`;
}

// Whatever it is called.
const load = createRequire(import.meta.url);
const files = load('node:fs');
const { lookup } = load('./nothing.cjs');

export async function page(name) {
  lookup(name);
  return files.readFileSync(name); // expect: blocking-io node:fs.readFileSync
}

export async function size(name) {
  const { statSync } = createRequire(import.meta.url)('fs');
  return statSync(name).size; // expect: blocking-io node:fs.statSync
}

export async function other(create) {
  const made = create('fs');
  return made.readFileSync('a'); // ok: nobody knows what it makes
}
