/** Bundles the surfaces into `dist/`. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packAnalyser } from './pack-analyser.ts';
import { packCatalog } from './pack-catalog.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli/main.ts',
    server: 'src/server/main.ts',
    'extract-worker': 'src/cli/extract-worker.ts',
    'expression-worker': 'src/cli/expression-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Beside the entries: code finds the files of the package relative to its own.
  chunkNames: '[name]-[hash]',
  // The parsers are dependencies: one is native, the other brings its own compiler.
  packages: 'external',
  define: { LOOPWISE_BUILD: JSON.stringify(factsDigest()) },
  plugins: [packCatalog, packAnalyser],
});
copyPageAssets();

/** A digest of the code that facts depend on: facts that other code has made are of no use. */
function factsDigest(): string {
  const hash = createHash('sha1');
  for (const folder of ['src/languages', 'src/model']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 12);
}

/** The HTML report inlines these. */
function copyPageAssets(): void {
  const folder = join(dist, 'html');
  mkdirSync(folder);
  for (const file of ['report.css', 'report.js']) cpSync(join(root, 'src/reporters/html', file), join(folder, file));
  cpSync(fileURLToPath(import.meta.resolve('charts.css')), join(folder, 'charts.css'));
}
