import { mkdir, writeFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

async function walk(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).isDirectory()) files.push(...(await walk(path)));
    else files.push(path);
  }
  return files;
}

export async function run() {
  await mkdir('d/e', { recursive: true });
  await writeFile('d/a', '');
  await writeFile('d/e/b', '');
  return (await walk('d')).sort();
}
