import assert from 'node:assert/strict';
import { canonicalModule, extendPath, segmentsOf } from '../../src/catalog/canonical.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { ApiEntry, CatalogFile } from '../../src/catalog/types.ts';

const api = (name: string, work = 'file'): ApiEntry => ({
  name,
  rule: 'blocking-io',
  work,
  does: 'reads a file',
  cost: 'medium',
  replace: { strategy: 'advice', say: 'Do not.' },
  example: '',
});

const file = (module: string, rest: Partial<CatalogFile>): CatalogFile => ({ module, language: 'javascript', ...rest });

describe('catalog: compile', () => {
  it('joins names to canonical names', () => {
    const { apis } = compileCatalog([
      file('m', { apis: [api('readSync'), api(''), api('().all'), api('#Socket.on')] }),
    ]);
    assert.deepEqual([...apis.keys()], ['m.readSync', 'm', 'm().all', 'm#Socket.on']);
  });

  it('maps specifiers to canonical modules and drops the default export', () => {
    const catalog = compileCatalog([file('node:fs', { also: ['fs'] })]);
    assert.equal(canonicalModule(catalog, 'fs'), 'node:fs');
    assert.equal(canonicalModule(catalog, './fs'), './fs');
    assert.equal(extendPath(catalog, 'node:fs', '.default'), 'node:fs');
    assert.equal(extendPath(catalog, 'node:fs.a', '.default'), 'node:fs.a.default');
  });

  it('copies the entries of extended modules, own entries first', () => {
    const { apis, callbacks, aliases } = compileCatalog([
      file('c', { extends: ['b'], apis: [api('readSync', 'own')] }),
      file('b', { extends: ['a'] }),
      file('a', {
        apis: [api('readSync'), api('statSync')],
        callbacks: [{ name: 'each', arg: 0, runs: 'now' }],
        aliases: { promises: 'node:fs/promises', 'Stats()': '#Stats' },
      }),
    ]);
    assert.equal(apis.get('c.readSync')?.entry.work, 'own');
    assert.equal(apis.get('c.statSync')?.name, 'c.statSync');
    assert.ok(callbacks.has('c.each'));
    assert.equal(aliases.get('c.promises'), 'node:fs/promises');
    assert.equal(aliases.get('c.Stats()'), 'c#Stats');
  });

  it('lets a later file replace an entry, and keeps several callback entries of one file', () => {
    const both = file('m', {
      apis: [api('f', 'old')],
      callbacks: [
        { name: 'f', arg: 0, runs: 'now' },
        { name: 'f', arg: 1, runs: 'now' },
      ],
    });
    const { apis, callbacks } = compileCatalog([both, file('m', { apis: [api('f', 'new')] })]);
    assert.equal(apis.get('m.f')?.entry.work, 'new');
    assert.equal(callbacks.get('m.f')?.length, 2);
  });
});

describe('catalog: paths', () => {
  const catalog = compileCatalog([
    file('express', { aliases: { 'Router()': '()', '().route()': '()', 'Router().get()': '.Router()' } }),
    file('sqlite', { aliases: { 'Database()': '()' }, apis: [api('Database().prepare().all')] }),
    file('global', { aliases: { globalThis: '', process: 'node:process' } }),
    file('lodash.pull', { aliases: { 'a()': 'lodash.pull.b()', 'b()': '#B', x: '.y', y: '.x' } }),
  ]);
  const extend = (start: string, ...segments: string[]): string =>
    segments.reduce((path, segment) => extendPath(catalog, path, segment), start);

  it('splits names into segments', () => {
    assert.deepEqual(segmentsOf('().prepare().all'), ['()', '.prepare', '()', '.all']);
    assert.deepEqual(segmentsOf('#Socket.on'), ['#Socket', '.on']);
    assert.deepEqual(segmentsOf(''), []);
  });

  it('applies aliases at every extension, in keys, targets and entry names too', () => {
    assert.equal(extend('express', '.Router', '()', '.get', '()', '.route', '()'), 'express()');
    assert.equal(extend('global', '.globalThis', '.process', '.env'), 'node:process.env');
    assert.equal(extend('lodash.pull', '.a', '()'), 'lodash.pull#B');
    assert.ok(catalog.apis.has('sqlite().prepare().all'));
  });

  it('survives a cycle of aliases', () => {
    assert.match(extend('lodash.pull', '.x'), /^lodash\.pull\.[xy]$/);
  });
});
