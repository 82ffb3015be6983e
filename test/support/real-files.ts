import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

const isSource = /\.[cm]?[jt]sx?$/;
const declarations = /\.d\.[cm]?ts$/;
const largest = 200_000;

/** Sources that people wrote: this repository, its fixtures, and packages that it installs. Sorted by path. */
export function realFiles(): SourceFile[] {
  const folders = ['src', 'test', 'samples', 'tools', ...packages.map((name) => join('node_modules', name))];
  return folders.flatMap(readSources);
}

const packages = [
  ...['@typescript-eslint/scope-manager', '@typescript-eslint/eslint-plugin', '@typescript-eslint/typescript-estree'],
  ...[
    'commander',
    'cross-spawn',
    'eslint',
    'fast-check',
    'glob',
    'graceful-fs',
    'jiti',
    'mocha',
    'picomatch',
    'tapable',
  ],
];

function readSources(folder: string): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => isSource.test(name) && !declarations.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => !/^(?:test\/corpus\/packages|tools\/packaging\/node_modules)\//.test(path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => ({ path, source: readFileSync(path, 'utf8') }));
}
