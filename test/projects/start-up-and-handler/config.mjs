import { readFileSync } from 'node:fs';

export function loadConfig(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

// ok: every caller is start-up code
export async function warmUp() {
  loadConfig('cache.json');
  await settle();
}

async function settle() {
  readFileSync('settled');
}
