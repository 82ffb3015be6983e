import fs from 'node:fs';
import { build } from './build.js';

// ok: every caller is the start of a script
export async function run(args: string[]) {
  const config = JSON.parse(fs.readFileSync('config.json', 'utf8'));
  await build(config, args);
}
