import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { validateCatalog } from '../../src/catalog/validate.ts';
import type { CallbackEntry, CatalogFile } from '../../src/catalog/types.ts';
import { builtinPaths, indexPath, renderIndex } from '../../tools/generate-catalog-index.ts';
import { packedCatalog } from '../../tools/pack-catalog.ts';

const catalog = compileCatalog(builtinCatalog);
const entries = builtinCatalog.flatMap((file) => (file.apis ?? []).map((api) => ({ module: file.module, api })));

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Whether a full canonical name begins with a module of the catalog. */
function hasKnownModule(name: string): boolean {
  const modules = new Set(catalog.modules.values());
  return [...name.matchAll(/[.#(]|$/g)].some((match) => modules.has(name.slice(0, match.index)));
}

describe('catalog: the built-in files', () => {
  it('are all in the index', () => {
    const isFresh = readFileSync(indexPath, 'utf8') === renderIndex(builtinPaths());
    assert.ok(isFresh, 'a file was added or removed: run `npx tsx tools/generate-catalog-index.ts`');
  });

  it('mean the same when they are packed for shipping', async () => {
    const packed = compileCatalog(JSON.parse(await packedCatalog()) as CatalogFile[]);
    assert.deepEqual([...packed.apis.keys()], [...catalog.apis.keys()]);
    assert.deepEqual(packed.callbacks, catalog.callbacks);
    assert.deepEqual(packed.aliases, catalog.aliases);
    assert.deepEqual(packed.modules, catalog.modules);
  });

  it('are valid, and each API entry has all its fields', async () => {
    for (const file of builtinCatalog) {
      const { problems } = await validateCatalog(file);
      assert.deepEqual(problems ?? [], [], file.module);
    }
    for (const { module, api } of entries) {
      assert.ok(api.work && api.example, `${module}: ${api.name} lacks work or example`);
    }
  });

  it('define each name once', () => {
    assert.deepEqual(repeated(entries.map(({ module, api }) => `${module} ${api.name}`)), []);
    const callbacks = builtinCatalog.flatMap(({ module, callbacks = [] }) =>
      callbacks.map(({ name, arg, keyword, property, when }) =>
        JSON.stringify([module, name, arg ?? keyword, property, when]),
      ),
    );
    assert.deepEqual(repeated(callbacks), []);
    const specifiers = new Map<string, Set<string>>();
    for (const { module, also = [] } of builtinCatalog) {
      for (const name of [module, ...also]) specifiers.set(name, (specifiers.get(name) ?? new Set()).add(module));
    }
    assert.deepEqual(
      [...specifiers].filter(([, modules]) => modules.size > 1),
      [],
    );
  });

  it('name only modules that the catalog has', () => {
    for (const { module, extends: bases = [], callbacks = [] } of builtinCatalog) {
      for (const base of bases) assert.ok(catalog.modules.has(base), `${module} extends ${base}`);
      const types = callbacks.flatMap((entry) => entry.params ?? []).filter((type) => type !== null);
      for (const type of types) assert.ok(hasKnownModule(type), `${module}: parameter type ${type}`);
    }
    for (const [path, target] of catalog.aliases) assert.ok(hasKnownModule(target), `${path} is an alias of ${target}`);
  });

  it('never give an API itself as its replacement, and always a twin to await', () => {
    for (const { name, entry } of catalog.apis.values()) {
      const { strategy, target, say } = entry.replace;
      const differs = target !== name || entry.replace.shape === 'callback';
      assert.ok(differs, `${name} is its own replacement`);
      const isTold = { 'await-twin': target, advice: say, offload: 'move it' }[strategy];
      assert.ok(isTold, `${name} says nothing of what to do instead`);
    }
  });

  it('say one thing of each argument', () => {
    for (const [name, group] of catalog.callbacks) {
      const places = group.map(({ arg, keyword, property, when }) => {
        return { place: `${String(arg ?? keyword)} ${property ?? ''}`, when };
      });
      for (const [index, { place, when }] of places.entries()) {
        const rivals = places.slice(index + 1).filter((other) => other.place === place);
        const overlaps = rivals.some((other) => {
          if (!when || !other.when) return !when && !other.when;
          return mayBothHold(when, other.when) || mayBothHold(other.when, when);
        });
        assert.ok(!overlaps, `${name}: two entries hold for argument ${place}`);
      }
    }
  });
});

type When = NonNullable<CallbackEntry['when']>;

/** Whether a value of one condition is one of the other, or both have no upper end. */
function mayBothHold({ oneOf = [], atLeast }: When, other: When): boolean {
  const isTaken = (value: string | number | boolean): boolean =>
    other.oneOf?.includes(value) ?? (typeof value === 'number' && value >= (other.atLeast ?? Infinity));
  return oneOf.some(isTaken) || (atLeast !== undefined && other.atLeast !== undefined);
}
