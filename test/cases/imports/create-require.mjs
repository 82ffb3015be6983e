import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const fs = require('node:fs');
const { version } = require('./package.json');

export async function banner() {
  const art = fs.readFileSync('banner.txt', 'utf8'); // expect: blocking-io node:fs.readFileSync
  return `${art} v${version}`;
}
