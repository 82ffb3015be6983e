import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../tools/packaging/run.ts';
import { repository } from './cache.ts';

export interface PackedExtension {
  /** What is in the package, unpacked. */
  readonly folder: string;
  readonly vsix: string;
}

const packed = new Map<string, Promise<PackedExtension>>();

/** Packs the extension as it would be published; once a run for each target. */
export function packedExtension(target?: string): Promise<PackedExtension> {
  const key = target ?? 'universal';
  const known = packed.get(key);
  if (known) return known;
  const options = target === undefined ? [] : ['--target', target];
  const work = run('npm', ['run', '--silent', 'package', '--', ...options], repository).then(() => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
    const suffix = target === undefined ? '' : `${target}-`;
    return {
      folder: join(repository, '.package', key),
      vsix: join(repository, `loopwise-${suffix}${version}.vsix`),
    };
  });
  packed.set(key, work);
  return work;
}

/** A copy of a folder of the repository that a test may change. */
export function scratchCopy(of: string): { readonly folder: string; readonly remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'loopwise-editor-'));
  const folder = join(parent, of.split('/').at(-1) ?? 'folder');
  cpSync(join(repository, of), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
