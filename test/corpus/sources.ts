/** Which files of an unpacked package are sources, and how they are laid out so that every tool sees the same set. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import picomatch from 'picomatch';
import type { PinnedPackage } from './pinned.ts';

export interface SourceFile {
  /** Relative to the folder that all packages share, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly bytes: number;
}

const sourceName = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const otherName = /\.d\.(?:[^./]+\.)?[cm]?ts$|[.-](?:min|bundle|bundled|chunk|umd)\.[cm]?js$/;
const testName = /(?:^|[._-])(?:test|tests|spec|e2e|cy|stories|bench|benchmark)\.[^./]+$/;
const toolName = /\.(?:config|conf|setup|workspace)\.[^./]+$|^\.|^(?:gulpfile|gruntfile|karma\.conf|webpack)\b/i;
const otherFolders = new Set(
  ['test', 'tests', '__tests__', '__specs__', 'spec', 'specs', 'e2e', 'fixture', 'fixtures', '__fixtures__', 'mocks']
    .concat(['__mocks__', '__snapshots__', 'testdata', 'test-utils', 'test_helpers', 'examples', 'example', 'demo'])
    .concat(['docs', 'bench', 'benchmark', 'benchmarks', 'node_modules', 'coverage', 'public', 'static', 'vendor'])
    .concat(['vendors', 'dist', 'build', 'out', 'cypress']),
);
const largest = 1_000_000;
/** Written by hand, a file has fewer characters a line than this on average. */
const widest = 200;
const inlineMap = /^\/\/# sourceMappingURL=data:.*$/gm;

/** Moves the sources of the package unpacked in `from` to `to`/name and returns them, sorted. */
export async function layOut(pin: PinnedPackage, from: string, to: string): Promise<SourceFile[]> {
  const target = join(to, pin.name);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const skipped = picomatch([...(pin.skip ?? [])]);
  const found: SourceFile[] = [];
  for (const path of (await sourcePaths(join(from, pin.root ?? ''), '')).sort()) {
    if (skipped(path)) continue;
    const original = join(from, pin.root ?? '', path);
    const text = await readFile(original, 'utf8');
    const lines = text.split('\n').length;
    const written = text.replace(inlineMap, '').length;
    if (written > largest || written / lines > widest) continue;
    const place = [laidRoot(pin), path].filter(Boolean).join('/');
    await mkdir(dirname(join(target, place)), { recursive: true });
    await rename(original, join(target, place));
    found.push({ path: `${pin.name}/${place}`, lines, bytes: Buffer.byteLength(text) });
  }
  const manifest = await writeManifest(pin, from, target);
  await keepPrograms(manifest, from, target);
  return found;
}

/** Programs behind `bin` without an extension: they show what is run from a shell. */
async function keepPrograms(manifest: Record<string, unknown>, from: string, target: string): Promise<void> {
  const { bin } = manifest;
  const paths = typeof bin === 'string' ? [bin] : Object.values((bin ?? {}) as Record<string, string>);
  for (const path of paths.filter((name) => !/\.\w+$/.test(name))) {
    const text = await readFile(join(from, path), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), text);
  }
}

/** Every tool leaves out `dist`, so what is published there is laid out as `src`. */
function laidRoot(pin: PinnedPackage): string {
  return (pin.root ?? '').replace(/^(?:dist|build)(?=\/|$)/, 'src');
}

async function sourcePaths(folder: string, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      const hidden = entry.name.startsWith('.') || otherFolders.has(entry.name);
      if (!hidden) found.push(...(await sourcePaths(join(folder, entry.name), `${path}/`)));
    } else if (entry.isFile() && isSource(entry.name)) {
      found.push(path);
    }
  }
  return found;
}

function isSource(name: string): boolean {
  return sourceName.test(name) && !otherName.test(name) && !testName.test(name) && !toolName.test(name);
}

/** The published package.json, its paths pointing at the new root. */
async function writeManifest(pin: PinnedPackage, from: string, target: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(from, 'package.json'), 'utf8');
  const laid = laidRoot(pin);
  const moved =
    laid === (pin.root ?? '') ? text : text.replaceAll(new RegExp(`"(\\./)?${pin.root}/`, 'g'), `"$1${laid}/`);
  const manifest = { ...(JSON.parse(moved) as Record<string, unknown>), ...pin.manifest };
  await writeFile(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
