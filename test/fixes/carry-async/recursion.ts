import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function walk(folder: string): string[] {
  const files: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) files.push(...walk(path));
    else files.push(path);
  }
  return files;
}

export async function run() {
  mkdirSync('d/e', { recursive: true });
  writeFileSync('d/a', '');
  writeFileSync('d/e/b', '');
  return walk('d').sort();
}
