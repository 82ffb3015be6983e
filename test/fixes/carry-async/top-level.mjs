import { existsSync, readFileSync, writeFileSync } from 'node:fs';

if (!existsSync('config')) writeFileSync('config', '{}');
const config = load();

function load() {
  return readFileSync('config', 'utf8');
}

export async function run() {
  return config + load();
}
