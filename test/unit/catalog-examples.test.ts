import assert from 'node:assert/strict';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { ApiEntry } from '../../src/catalog/types.ts';
import { compareRanges } from '../../src/model/range.ts';
import type { Host } from '../../src/session/host.ts';
import { extractSource, prepareSources } from '../../src/session/languages.ts';
import { createSession } from '../../src/session/session.ts';

const catalog = compileCatalog(builtinCatalog);

const extensions: Readonly<Record<string, string>> = { javascript: 'ts', python: 'py' };

/** Each example as a file of its own: its name in the catalog is the file's. */
const examples = new Map<string, ApiEntry>(
  builtinCatalog.flatMap(({ module, language, apis = [] }) =>
    apis.map((api) => [`${module} ${api.name}.${extensions[language] ?? language}`, api] as const),
  ),
);

const host: Host = {
  root: '/',
  files: () => [...examples.keys()],
  facts: (files) => Promise.resolve(files.map((file) => extractSource(file, examples.get(file)?.example ?? ''))),
  resolve: (_, name) => ({ kind: 'package', name }),
};

describe('catalog: examples', () => {
  before(() => prepareSources([...examples.keys()]));

  it('parse, and the last blocking call of each is its entry', async () => {
    const { findings, skipped } = await createSession(host, { catalog, version: '0' }).audit();
    assert.deepEqual(skipped, []);
    const silent = [...examples].filter(([file, api]) => {
      const own = findings.filter((finding) => finding.file === file);
      const last = own.sort((a, b) => compareRanges(a.range, b.range)).at(-1);
      return !last || catalog.apis.get(last.operation.name)?.entry !== api;
    });
    assert.deepEqual(
      silent.map(([file]) => file),
      [],
    );
  });
});
