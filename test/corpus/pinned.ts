/** Packages of the public registry at exact versions: fetched as tarballs, checked, never installed or run. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One package of a corpus: which tarball, and which of its files count. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** As the registry states it: `sha512-…`. */
  readonly integrity: string;
  /** The folder of the tarball that holds the sources; the whole package if absent. */
  readonly root?: string;
  /** Globs below the root of what is not counted: second builds of the same sources, generated code, client code. */
  readonly skip?: readonly string[];
  /** Fields of the package.json that are written over, where the published entry points lie outside the root. */
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** Downloads the tarball into `folder` unless it is there, checks it, and returns its path. */
export async function fetchTarball(pin: PinnedPackage, folder: string): Promise<string> {
  const tarball = join(folder, `${pin.name.replace('@', '').replace('/', '-')}-${pin.version}.tgz`);
  if (existsSync(tarball) && (await integrityOf(tarball)) === pin.integrity) return tarball;
  await mkdir(folder, { recursive: true });
  await rm(tarball, { force: true });
  const incoming = join(folder, `incoming-${process.pid}-${pin.name.replace('/', '-')}`);
  await mkdir(incoming, { recursive: true });
  try {
    const printed = await npmPack(`${pin.name}@${pin.version}`, incoming);
    await rename(join(incoming, printed), tarball);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  const found = await integrityOf(tarball);
  if (found !== pin.integrity) {
    throw new Error(`${pin.name}@${pin.version}: the registry's tarball is ${found}, the pinned one ${pin.integrity}`);
  }
  return tarball;
}

/** Unpacks a tarball of the registry into `folder`, without its leading `package/`. */
export async function unpack(tarball: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}

/** The file name of the packed tarball. */
async function npmPack(spec: string, destination: string): Promise<string> {
  const args = ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', destination];
  const { stdout } = await run('npm', args, { cwd: destination, shell: process.platform === 'win32' });
  return stdout.trim().split('\n').at(-1) ?? '';
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
