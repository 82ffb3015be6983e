/** Bundles the surfaces: for the command line with its packages beside it, and for the editor without any. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { packCatalog } from './pack-catalog.ts';
import { packPackages } from './pack-packages.ts';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** What the server and the command line both need, by the names under which the code finds them. */
export const nodeEntries = {
  server: 'src/server/main.ts',
  'extract-worker': 'src/cli/extract-worker.ts',
  'expression-worker': 'src/cli/expression-worker.ts',
  'type-check-worker': 'src/cli/type-check-worker.ts',
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Licenses are copied.
  legalComments: 'none',
  metafile: true,
  // Some packages also come in a form whose requests a bundler cannot see.
  mainFields: ['module', 'main'],
} satisfies BuildOptions;

/** What some packages use and a module does not have of itself. */
const commonJsForModules = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  "import { dirname as dirnameOfBundle } from 'node:path';",
  "import { fileURLToPath as pathOfBundle } from 'node:url';",
  'const require = createRequireOfBundle(import.meta.url);',
  'const __filename = pathOfBundle(import.meta.url);',
  'const __dirname = dirnameOfBundle(__filename);',
].join(' ');

/** The entries that run in Node.js. The parsers and the resolver are loaded by name when they are needed. */
export async function bundleForNode(
  outdir: string,
  entryPoints: Readonly<Record<string, string>>,
  packages: 'external' | 'bundle',
): Promise<void> {
  const { metafile } = await build({
    ...common,
    entryPoints,
    outdir,
    splitting: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    // Beside the entries: code finds the files of the package relative to its own.
    chunkNames: '[name]-[hash]',
    packages,
    // It is there once, for the parser and for the check of types.
    ...(packages === 'bundle' && { banner: { js: commonJsForModules }, external: ['typescript'] }),
    define: {
      LOOPWISE_BUILD: JSON.stringify(digestOf(factFolders)),
      LOOPWISE_ANALYSIS: JSON.stringify(digestOf(['src', 'catalog'])),
    },
    plugins: [packCatalog, packPackages],
  });
  copyPageAssets(outdir);
  copyGrammars(outdir);
  copyLicenses(outdir, metafile);
}

/** What the extension loads after it is activated: nearly all of its code, and a file of its own for that. */
const loadedLate: Plugin = {
  name: 'loaded late',
  setup(bundler) {
    bundler.onResolve({ filter: /\/language-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.cjs', external: true } : undefined,
    );
  },
};

/** What runs in the extension host, which older editors load as CommonJS. */
export async function bundleForEditor(outdir: string): Promise<void> {
  const { metafile } = await build({
    ...common,
    entryPoints: { client: 'src/client/main.ts', 'language-client': 'src/client/language-client.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    external: ['vscode'],
    // The editor answers `require('vscode')`, and not every one of them an import of it.
    supported: { 'dynamic-import': false },
    plugins: [loadedLate],
  });
  copyLicenses(outdir, metafile);
}

/** The page of the panel, which may load nothing from elsewhere. */
export async function bundleForPanel(outdir: string): Promise<void> {
  const { metafile } = await build({
    ...common,
    entryPoints: { panel: 'src/webview/main.tsx', styles: 'src/webview/panel.css' },
    outdir: join(outdir, 'webview'),
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    minify: true,
    tsconfig: join(root, 'src/webview/tsconfig.json'),
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  });
  copyLicenses(outdir, metafile);
}

/** One package with what it needs, as one file in `dist/node_modules` that is found by the name of the package. */
export async function bundlePackage(
  name: string,
  dist: string,
  external: readonly string[] = [],
  installedIn = root,
): Promise<void> {
  const { metafile } = await build({
    ...common,
    absWorkingDir: installedIn,
    entryPoints: { index: name },
    outdir: join(dist, 'node_modules', name),
    format: 'cjs',
    minify: true,
    external: [...external],
    // Where code asks for its own address.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  copyLicenses(dist, metafile, installedIn);
}

/** The code that facts depend on: facts that other code has made are of no use. Findings may depend on all of it. */
const factFolders = ['src/languages', 'src/model'];

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha1');
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(?:ts|json)$/.test(file)) hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 12);
}

/** Of all packages that are part of a bundle. */
function copyLicenses(dist: string, { inputs }: Metafile, installedIn = root): void {
  const folders = Object.keys(inputs).flatMap(
    (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [],
  );
  for (const folder of new Set(folders)) copyLicense(dist, join(installedIn, folder));
}

function copyLicense(dist: string, folder: string): void {
  const path = folder.split(/[\\/]/);
  const name = path.slice(path.lastIndexOf('node_modules') + 1);
  const target = join(dist, 'licenses', `${name.join('-')}.txt`);
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  if (file !== undefined) {
    cpSync(join(folder, file), target);
    return;
  }
  const { license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (license === undefined) throw new Error(`${name.join('/')} is packed, and has no license.`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ license, author, repository }, undefined, 2)}\n`);
}

/** What some packages say in place of a file. */
interface Manifest {
  readonly license?: string;
  readonly author?: unknown;
  readonly repository?: unknown;
}

/** The grammar of Python, and what runs it: code finds both beside itself. */
function copyGrammars(outdir: string): void {
  for (const file of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm']) {
    cpSync(join(root, 'node_modules', file), join(outdir, basename(file)));
    copyLicense(outdir, join(root, 'node_modules', dirname(file)));
  }
}

/** The HTML report inlines these. */
function copyPageAssets(outdir: string): void {
  const folder = join(outdir, 'html');
  mkdirSync(folder, { recursive: true });
  for (const file of ['report.css', 'report.js']) cpSync(join(root, 'src/reporters/html', file), join(folder, file));
  cpSync(fileURLToPath(import.meta.resolve('charts.css')), join(folder, 'charts.css'));
}
