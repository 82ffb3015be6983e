import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lock from '../../package-lock.json' with { type: 'json' };
import { run } from './run.ts';

/** Platforms as VS Code names them, and as the parser does. */
export const nativeTargets: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'alpine-x64': 'linux-x64-musl',
  'alpine-arm64': 'linux-arm64-musl',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
  'win32-arm64': 'win32-arm64-msvc',
};

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
}

/** Puts the package of a platform, which need not be this one, below `modules`: the version that the lock file says. */
export async function unpackBinding(name: string, modules: string): Promise<void> {
  const entries: Readonly<Record<string, LockEntry>> = lock.packages;
  const { version, integrity } = entries[`node_modules/${name}`] ?? {};
  if (version === undefined || integrity === undefined) throw new Error(`package-lock.json does not know ${name}.`);
  const scratch = mkdtempSync(join(tmpdir(), 'loopwise-binding-'));
  try {
    await run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', scratch], scratch);
    const archive = join(scratch, readdirSync(scratch).find((file) => file.endsWith('.tgz')) ?? 'nothing.tgz');
    if (!existsSync(archive)) throw new Error(`${name}@${version} was not fetched.`);
    const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (digest !== integrity) throw new Error(`${name}@${version} is not what package-lock.json says.`);
    const folder = join(modules, name);
    mkdirSync(folder, { recursive: true });
    await run('tar', ['xzf', archive, '--strip-components=1', '-C', folder], scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
