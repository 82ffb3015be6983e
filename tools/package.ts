/**
 * Makes the .vsix: `npm run package` for every platform, `npm run package -- --target linux-x64` with the native parser.
 * Prints the path of the package, and how large it is.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForEditor, bundleForNode, bundleForPanel, bundlePackage, nodeEntries, root } from './bundle.ts';
import { nativeTargets, unpackBinding } from './packaging/bindings.ts';
import { installPackager, packagingFolder, run } from './packaging/run.ts';

const { values } = parseArgs({ options: { target: { type: 'string' } } });
const target = values.target;
if (target !== undefined && !(target in nativeTargets)) {
  console.error(`There is no native parser for ${target}: choose one of ${Object.keys(nativeTargets).join(', ')}.`);
  process.exit(2);
}

const stage = join(root, '.package', target ?? 'universal');
const dist = join(stage, 'dist');
/** Nothing else of the repository is shipped. */
const shipped = [
  '.vscodeignore',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'catalog/schema.json',
  'loopwise.schema.json',
  'docs/rules',
  'l10n',
  'media',
  'package.nls.json',
  'syntaxes',
];

const packager = await installPackager();
await fillStage();
await pack();

async function fillStage(): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const path of shipped) cpSync(join(root, path), join(stage, path), { recursive: true });
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(extensionManifest(), undefined, 2)}\n`);
  await Promise.all([
    bundleForEditor(dist),
    bundleForPanel(dist),
    bundleForNode(dist, nodeEntries, 'bundle'),
    addParsers(),
  ]);
}

/** The manifest without what only npm reads. */
function extensionManifest(): object {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const npmOnly = ['bin', 'exports', 'files', 'scripts', 'allowScripts', 'dependencies', 'optionalDependencies'];
  return Object.fromEntries(
    Object.entries(manifest).filter(([key]) => !npmOnly.includes(key) && key !== 'devDependencies'),
  );
}

/** They are loaded by name, so they are packages here, too, of one file each. */
async function addParsers(): Promise<void> {
  const modules = join(dist, 'node_modules');
  await bundlePackage('typescript', dist);
  await bundlePackage('@typescript-eslint/typescript-estree', dist, ['typescript']);
  await bundlePackage('oxc-resolver', dist, ['@oxc-resolver/*', './resolver.*', './webcontainer-fallback*']);
  if (target === undefined) {
    await unpackBinding('@oxc-resolver/binding-wasm32-wasi', modules);
    await bundlePackage('@napi-rs/wasm-runtime', dist, [], packagingFolder);
    return;
  }
  copyParser(join(modules, 'oxc-parser'));
  for (const family of ['@oxc-parser', '@oxc-resolver']) {
    await unpackBinding(`${family}/binding-${nativeTargets[target] ?? ''}`, modules);
  }
}

/** It loads its parts by names that a bundler does not see. */
function copyParser(to: string): void {
  const from = join(root, 'node_modules/oxc-parser');
  const unused = /[\\/](?:lazy[^\\/]*|visit|visitor\.js|wasm\.js|webcontainer-fallback\.cjs|[^\\/]*\.d\.ts)$/;
  for (const part of ['package.json', 'LICENSE', 'src-js']) {
    cpSync(join(from, part), join(to, part), { recursive: true, filter: (path) => !unused.test(path) });
  }
}

async function pack(): Promise<void> {
  const { name, version } = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8')) as Record<string, string>;
  const file = join(root, `${name ?? ''}-${target === undefined ? '' : `${target}-`}${version ?? ''}.vsix`);
  const options = ['--no-dependencies', '--out', file, ...(target === undefined ? [] : ['--target', target])];
  const output = await run(process.execPath, [packager, 'package', ...options], stage);
  const warnings = output.split('\n').filter((line) => line.includes('WARNING'));
  if (warnings.length > 0) console.log(warnings.join('\n'));
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
}
