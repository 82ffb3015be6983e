import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../tools/packaging/run.ts';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** Git ignores it. What is in it can be deleted at any time. */
export const cacheFolder = join(repository, '.vscode-test');

const packages = fileURLToPath(new URL('packages/', import.meta.url));

/**
 * The folder in which `build` has put something, kept under a name that changes with `key`. What a run that was cut short
 * left behind is built again.
 */
export async function cached(name: string, key: string, build: (folder: string) => Promise<void>): Promise<string> {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 10);
  const folder = join(cacheFolder, `${name}-${digest}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await build(unfinished);
  // Another run may have been faster.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, folder);
  return folder;
}

/** The manifest and the lock file below `packages/` of that name. */
export function lockedPackages(name: string): { readonly manifest: string; readonly lock: string } {
  const read = (file: string): string => readFileSync(join(packages, name, file), 'utf8');
  return { manifest: read('package.json'), lock: read('package-lock.json') };
}

/** Installs into `folder` what the lock file says, without running a script. */
export async function installLocked(name: string, folder: string): Promise<void> {
  const { manifest, lock } = lockedPackages(name);
  writeFileSync(join(folder, 'package.json'), manifest);
  writeFileSync(join(folder, 'package-lock.json'), lock);
  cpSync(join(repository, '.npmrc'), join(folder, '.npmrc'));
  await run('npm', ['ci', '--ignore-scripts', '--no-engine-strict', '--loglevel=error'], folder);
}

/** A folder with these packages installed. */
export function packagesFolder(name: string): Promise<string> {
  const { manifest, lock } = lockedPackages(name);
  return cached(name, manifest + lock, (folder) => installLocked(name, folder));
}
