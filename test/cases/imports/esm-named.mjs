import { readFileSync, writeFileSync as save, existsSync } from 'fs';
import { execSync } from 'node:child_process';

export async function snapshot(source, target) {
  if (!existsSync(source)) return false; // expect: blocking-io node:fs.existsSync
  const text = readFileSync(source, 'utf8'); // expect: blocking-io node:fs.readFileSync
  save(target, text); // expect: blocking-io node:fs.writeFileSync
  return true;
}

export const head = async () => execSync('git rev-parse HEAD').toString().trim(); // expect: blocking-io node:child_process.execSync
