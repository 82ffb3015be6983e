import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchTarball, unpack } from '../../test/corpus/pinned.ts';
import type { MigratedPackage } from './pins.ts';
import { run } from './run.ts';

interface Manifest {
  readonly bin?: string | Readonly<Record<string, string>>;
}

/** Unpacks a package and installs what it and its tests need, at the versions that are pinned; no install script runs. */
export async function layOut(pin: MigratedPackage, folder: string, tarballs: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await unpack(await fetchTarball(pin, tarballs), folder);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await writeFile(file, JSON.stringify({ ...manifest, optionalDependencies: {}, ...pin.manifest }, null, 2));
  await linkBins(folder, manifest);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps'];
  const { code, output } = await run(folder, ['npm', 'install', ...flags]);
  if (code !== 0) throw new Error(`${pin.name}: npm install failed\n${output}`);
}

/** As npm leaves the programs of a package that it installs: they can be run, and their first line ends as it should. */
async function linkBins(folder: string, { bin = {} }: Manifest): Promise<void> {
  for (const program of typeof bin === 'string' ? [bin] : Object.values(bin)) {
    const file = join(folder, program);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^(#!.*)\r\n/, '$1\n'));
    await chmod(file, 0o755);
  }
}
