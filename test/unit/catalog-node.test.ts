import assert from 'node:assert/strict';
import { builtinModules, createRequire, isBuiltin } from 'node:module';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { segmentsOf } from '../../src/catalog/canonical.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { ApiEntry } from '../../src/catalog/types.ts';

type Exports = Record<string, unknown> & { readonly prototype: unknown };

const load = createRequire(import.meta.url) as (id: string) => Exports;
const files = builtinCatalog.filter((file) => file.module.startsWith('node:'));
const catalog = compileCatalog(builtinCatalog);

/** Classes whose instances come from a function. */
const madeBy: Record<string, string> = {
  'node:crypto.createSign()': 'Sign',
  'node:sqlite.DatabaseSync().prepare()': 'StatementSync',
  'node:sqlite.DatabaseSync().createSession()': 'Session',
  'node:sqlite.DatabaseSync().createTagStore()': 'SQLTagStore',
};

function hasArrived(since = '0.0.0'): boolean {
  const [wanted, running] = [since, process.versions.node].map((version) => version.split('.').map(Number));
  const index = wanted?.findIndex((part, i) => part !== running?.[i]) ?? -1;
  return index === -1 || (running?.[index] ?? 0) > (wanted?.[index] ?? 0);
}

/** Whether the running Node has what a canonical name says. */
function exists(name: string): boolean {
  const module = /^node:[^.#(]+/.exec(name)?.[0] ?? '';
  const segments = segmentsOf(name.slice(module.length));
  const root = load(module);
  let value: unknown = root;
  let path = module;
  for (const segment of segments) {
    path += segment;
    const holder = value as Exports;
    if (segment === '()') {
      const made = madeBy[path];
      if (made && !(made in root)) return true;
      value = (made ? (root[made] as Exports) : holder).prototype;
    } else if (segment.startsWith('#')) {
      value = (root[segment.slice(1)] as Exports | undefined)?.prototype;
    } else {
      if (value === undefined || !(segment.slice(1) in Object(value))) return false;
      value = holder[segment.slice(1)];
    }
  }
  return path.endsWith('lchmodSync') || path.endsWith('.lchmod') || value !== undefined;
}

function checkable(): [string, ApiEntry][] {
  return files
    .flatMap(({ module }) => [...catalog.apis].filter(([name]) => name === module || hasModule(name, module)))
    .filter(([, { entry }]) => hasArrived(entry.since))
    .map(([name, { entry }]) => [name, entry]);
}

function hasModule(name: string, module: string): boolean {
  return name.startsWith(module) && /^[.#(]/.test(name.slice(module.length));
}

/** Functions whose name ends in `Sync`: `readSync`, `Dir.readSync`. */
function synchronousExports(exports: Exports): string[] {
  const found: string[] = [];
  const visit = (holder: unknown, prefix: string, depth: number): void => {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Object(holder)))) {
      if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) continue;
      if (typeof value === 'function' && name.endsWith('Sync')) found.push(prefix + name);
      if (depth > 0 && name !== 'default' && name !== 'constructor') visit(value, `${prefix}${name}.`, depth - 1);
    }
  };
  visit(exports, '', 2);
  return found;
}

function isCovered(module: string, found: string): boolean {
  const method = found.replace(/^(\w+)\.prototype\./, '$1().');
  const names = [found, method, method.replace(/^(\w+)\(\)/, '#$1')].map((name) =>
    `${module}.${name}`.replace('.#', '#'),
  );
  const exceptions = files.find((file) => file.module === module)?.exceptions ?? {};
  const known = (name: string): boolean => catalog.apis.has(name) || name.slice(module.length + 1) in exceptions;
  return names.some((name) => known(name) || known(catalog.aliases.get(name) ?? name));
}

describe('catalog: against the running Node', () => {
  it('has APIs that exist', () => {
    const missing = checkable().filter(([name]) => !exists(name));
    assert.deepEqual(
      missing.map(([name]) => name),
      [],
    );
  });

  it('has replacements that exist', () => {
    const targets = checkable().flatMap(([, { replace }]) => replace.target ?? []);
    const missing = targets.filter((name) => name.startsWith('node:') && !exists(name));
    assert.deepEqual(missing, []);
  });

  it('has callbacks of functions that exist', () => {
    // Newer than Node 20, or there only in a child process or a worker thread.
    const elsewhere = /argon2|capsulate|glob|zstd|resolveTlsa|addUncaught|finalization|locks|process\.send|parentPort/;
    const names = [...catalog.callbacks.keys()].filter((name) => /^node:(?!sqlite)[a-z_0-9/]+\.[\w.]+$/.test(name));
    const missing = names.filter((name) => !elsewhere.test(name) && !exists(name));
    assert.deepEqual(missing, []);
  });

  it('covers every synchronous export, or says why not', () => {
    const modules = new Set([...builtinModules, 'test', 'sqlite', 'sea'].filter((name) => !name.startsWith('_')));
    const open = [...modules].flatMap((name) => {
      const module = name.startsWith('node:') ? name : `node:${name}`;
      if (!isBuiltin(module)) return [];
      const canonical = catalog.modules.get(module) ?? module;
      return synchronousExports(load(module))
        .filter((found) => !isCovered(canonical, found))
        .map((found) => `${module}: ${found}`);
    });
    assert.deepEqual(open, []);
  });
});
