import assert from 'node:assert/strict';
import type { Finding } from '../../src/model/finding.ts';
import { sessionOver } from '../support/analyse.ts';
import { memorySession, type Sources } from '../support/memory-host.ts';

const helper = "import fs from 'node:fs';\nexport function read(path) {\n  return fs.readFileSync(path);\n}\n";
const handler = "import { read } from './helper.js';\nexport async function handle(path) {\n  return read(path);\n}\n";

function sources(entries: Record<string, string>): Sources {
  return new Map(Object.entries(entries));
}

function places(findings: readonly Finding[]): string[] {
  return findings.map(({ file, range, rule }) => `${file}:${range[0] + 1} ${rule}`);
}

describe('session', () => {
  it('tells a finding at the call of the nearest entry, with the way to the operation', async () => {
    const session = memorySession(sources({ 'helper.js': helper, 'handler.js': handler }));
    const { findings, analysedFiles } = await session.audit();
    assert.equal(analysedFiles, 2);
    assert.deepEqual(places(findings), ['handler.js:3 blocking-io']);
    const [finding] = findings;
    assert.equal(
      finding?.message,
      '`read` blocks the event loop of async function `handle`: it calls `fs.readFileSync`, which reads a whole file.',
    );
    assert.deepEqual(
      finding.path.map(({ file, caller, call }) => [file, caller, call]),
      [
        ['handler.js', 'handle', 'read'],
        ['helper.js', 'read', 'fs.readFileSync'],
      ],
    );
    assert.equal(finding.operation.twin, 'node:fs/promises.readFile');
  });

  it('follows methods to the one class that has them, as long as there is one', async () => {
    const base = 'export class Store {\n  get(key) {\n    return this.load(key);\n  }\n}\n';
    const sub = (body: string): string =>
      `import fs from 'node:fs';\nimport { Store } from './store.js';\nexport class Sub extends Store {\n  ${body}\n}\n`;
    const use =
      "import { Store } from './store.js';\nexport async function read(key) {\n  return new Store().get(key);\n}\n";
    const files = sources({ 'store.js': base, 'use.js': use });
    const session = memorySession(files);
    await session.update();
    const edit = async (file: string, text: string | undefined): Promise<string[]> => {
      const kind = text === undefined ? 'deleted' : files.has(file) ? 'changed' : 'created';
      if (text === undefined) files.delete(file);
      else files.set(file, text);
      await session.update([{ file, kind }]);
      return places(session.findings('use.js'));
    };
    const found = ['use.js:3 blocking-io'];
    assert.deepEqual(await edit('file.js', sub('load(key) { return fs.readFileSync(key); }')), found);
    assert.deepEqual(await edit('text.js', sub('load(key) { return key; }')), [], 'one of two');
    assert.deepEqual(await edit('text.js', sub('other(key) { return key; }')), found);
    assert.deepEqual(await edit('store.js', base.replace('this.load(key)', 'key')), []);
    assert.deepEqual(await edit('store.js', base), found);
    assert.deepEqual(await edit('file.js', undefined), []);
  });

  it('knows who hands functions to a helper, however often that is edited', async () => {
    const use =
      "import fs from 'node:fs';\nimport { run } from './run.js';\nexport async function handle(path) {\n  run(() => fs.readFileSync(path));\n}\n";
    const helper = (body: string): string =>
      `import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\nexport function run(job) {\n  ${body}\n}\n`;
    const files = sources({ 'run.js': helper('bus.emit("run");'), 'use.js': use });
    const session = memorySession(files);
    await session.update();
    const edit = async (body: string): Promise<(string | undefined)[]> => {
      files.set('run.js', helper(body));
      await session.update([{ file: 'run.js', kind: 'changed' }]);
      return session.findings('use.js').map(({ entry }) => entry.role);
    };
    const unknown = await edit('bus.emit("other");');
    assert.deepEqual(await edit('job();'), ['async function']);
    assert.deepEqual(await edit('job(1);'), ['async function']);
    assert.deepEqual(await edit('bus.on("run", job);'), ['event listener']);
    assert.deepEqual(await edit('process.on("exit", job);'), []);
    assert.deepEqual(await edit('process.on("warning", job);'), ['process event handler']);
    assert.deepEqual(await edit('bus.emit("run");'), unknown);
  });

  it('tells which files have other findings after an edit, and follows positions on the way', async () => {
    const files = sources({ 'helper.js': helper, 'handler.js': handler, 'other.js': 'export const a = 1;\n' });
    const session = memorySession(files);
    assert.deepEqual([...(await session.update())], ['handler.js']);

    files.set('helper.js', `// A line more.\n${helper}`);
    assert.deepEqual([...(await session.update([{ file: 'helper.js', kind: 'changed' }]))], ['handler.js']);
    assert.equal(session.findings('handler.js')[0]?.path[1]?.at[0], 3);

    files.set('helper.js', helper.replace('fs.readFileSync(path)', 'fs.promises.readFile(path)'));
    assert.deepEqual([...(await session.update([{ file: 'helper.js', kind: 'changed' }]))], ['handler.js']);
    assert.deepEqual(session.findings('handler.js'), []);
    assert.deepEqual([...(await session.update([{ file: 'helper.js', kind: 'changed' }]))], []);
  });

  it('follows files that come and go', async () => {
    const files = sources({ 'handler.js': handler });
    const session = memorySession(files);
    await session.update();
    assert.deepEqual(session.findings('handler.js'), []);
    files.set('helper.js', helper);
    await session.update([{ file: 'helper.js', kind: 'created' }]);
    assert.deepEqual(places(session.findings('handler.js')), ['handler.js:3 blocking-io']);
    files.delete('helper.js');
    await session.update([{ file: 'helper.js', kind: 'deleted' }]);
    assert.deepEqual(session.findings('handler.js'), []);
  });

  it('keeps suppressed findings, marked, and names directives that suppress nothing', async () => {
    const direct = [
      "import fs from 'node:fs';",
      'export async function f() {',
      '  // loopwise-ignore-next-line blocking-io -- on a RAM disk',
      "  fs.readFileSync('a');",
      '  // loopwise-ignore-next-line heavy-call',
      "  fs.readFileSync('b');",
      '}',
    ].join('\n');
    const report = await memorySession(sources({ 'direct.js': direct })).audit();
    assert.deepEqual(
      report.findings.map(({ range, suppression }) => [range[0], suppression?.reason]),
      [
        [3, 'on a RAM disk'],
        [5, undefined],
      ],
    );
    assert.deepEqual(
      report.unusedDirectives.map(({ at }) => at[0]),
      [4],
    );
  });

  it('lets the configuration change severities and turn rules off', async () => {
    const both =
      "import fs from 'node:fs';\nimport { scryptSync } from 'node:crypto';\n" +
      "export async function f(p) {\n  scryptSync(p, 's', 64);\n  fs.readFileSync(p);\n}\n";
    const session = memorySession(sources({ 'both.js': both }), {
      severities: { 'blocking-io': 'hint', 'heavy-call': 'off' },
    });
    const { findings } = await session.audit();
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['blocking-io', 'hint']],
    );
  });

  it('says what a loop hangs on as its language writes it', async () => {
    const session = sessionOver(
      sources({
        'pairs.js':
          'export async function pairs(rows) {\n  for (const a of rows) for (const b of rows) if (a === b) a();\n}\n',
        'pairs.py':
          'async def pairs(rows):\n    for a in rows:\n        for b in rows:\n            if a == b:\n                a()\n',
      }),
    );
    await session.update();
    const findings = ['pairs.js', 'pairs.py'].flatMap((file) => session.findings(file));
    assert.deepEqual(
      findings.map(({ file, estimate }) => [file, ...(estimate?.sizes ?? []).map(({ of }) => of)]),
      [
        ['pairs.js', 'rows.length'],
        ['pairs.py', 'len(rows)'],
      ],
    );
  });

  it('advises on what the oldest Python of the project has', async () => {
    const waits = 'import asyncio\nasync def load(path):\n    return open(path)\n';
    const insteadFor = async (oldest: string): Promise<string> => {
      const about = { dependencies: new Set<string>(), isPublic: false, oldest };
      const session = sessionOver(sources({ 'load.py': waits }), { packageOf: () => about });
      await session.update();
      return session.findings('load.py')[0]?.operation.instead ?? '';
    };
    assert.match(await insteadFor('3.8'), /`await loop\.run_in_executor\(None, open, …\)`/);
    assert.match(await insteadFor('3.9'), /`await asyncio\.to_thread\(open, …\)`/);
  });

  it('keeps fingerprints when lines move', async () => {
    const files = sources({ 'helper.js': helper, 'handler.js': handler });
    const before = (await memorySession(files).audit()).findings.map(({ fingerprint }) => fingerprint);
    files.set('handler.js', `// One.\n// Two.\n${handler}`);
    const after = (await memorySession(files).audit()).findings.map(({ fingerprint }) => fingerprint);
    assert.deepEqual(after, before);
    assert.match(after[0] ?? '', /^[0-9a-f]{16}$/);
  });

  it('reports what cannot be parsed and goes on', async () => {
    const report = await memorySession(sources({ 'broken.js': 'const = ;', 'helper.js': helper })).audit();
    assert.deepEqual(
      report.skipped.map(({ file }) => file),
      ['broken.js'],
    );
    assert.equal(report.analysedFiles, 1);
  });

  it('draws the tree of witnesses of a function', async () => {
    const session = memorySession(sources({ 'helper.js': helper, 'handler.js': handler }));
    await session.update();
    const [tree] = session.graph('handler.js', 'handle');
    assert.equal(tree?.role, 'async function');
    const [branch] = tree.branches;
    assert.equal(branch?.call, 'read');
    assert.equal(branch.target?.branches[0]?.operation?.name, 'node:fs.readFileSync');
  });
});
