import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

if (!existsSync('config')) writeFileSync('config', '{}');
const config = await load();

async function load() {
  return await readFile('config', 'utf8');
}

export async function run() {
  return config + (await load());
}
