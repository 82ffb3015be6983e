import assert from 'node:assert/strict';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { Report } from '../../src/model/report.ts';
import { auditParts } from '../../src/session/audit-parts.ts';
import { loadExpressionAnalyser } from '../../src/session/languages.ts';
import { judgesFor } from '../../src/workspace/thread-count.ts';
import { loadConfig } from '../../src/workspace/config.ts';
import { createHost } from '../../src/workspace/host.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';
import { typeScriptWorker } from '../support/worker-entry.ts';

const catalog = compileCatalog(builtinCatalog);
const judgeEntry = typeScriptWorker('./fragile-judge-worker.ts');

/** What an audit says, what it keeps for later ones, and how many batches threads have judged and have lost. */
async function audit(root: string, entry: URL | undefined) {
  const { config } = await loadConfig(root);
  const host = await createHost(root, {
    config,
    extract: extractFacts,
    expressions: { load: loadExpressionAnalyser },
    judgeEntry: entry,
    threads: entry ? 2 : 0,
  });
  const kept = new Map<string, string>();
  const count = { judged: 0, lost: 0 };
  const results = { get: () => undefined, put: (key: string, text: string) => void kept.set(key, text) };
  const startJudges: typeof host.startJudges = (...size) =>
    host.startJudges(...size).map((thread) => ({
      end: () => thread.end(),
      async judge(packed, ask) {
        try {
          const judged = await thread.judge(packed, ask);
          count.judged += 1;
          return judged;
        } catch (error) {
          count.lost += 1;
          throw error;
        }
      },
    }));
  const { report, sizes } = await auditParts(
    { ...host, results, startJudges },
    { catalog, version: '0', key: 'test', sources: {} },
  );
  return { report: plain(report), sizes, kept: [...kept].sort(), ...count };
}

/** As reporters get it. */
function plain(report: Report): unknown {
  return JSON.parse(JSON.stringify(report));
}

/** Files that no import joins, for three batches, among them some that have more to say. */
function manyFiles(...names: string[]): Record<string, string | object> {
  const lone = Array.from({ length: 1700 }, (_, index) => [`lone/m${index}.js`, `export const a = ${index};`] as const);
  const blocking = `import { readFileSync } from 'node:fs';
    import { helper } from '../lib/helper.js';
    export async function load() { helper(); return readFileSync('x'); }
    // loopwise-ignore-next-line heavy-call
    export const quiet = 1;`;
  return {
    ...Object.fromEntries(lone),
    'package.json': { name: 'many', bin: './tool/bin.js', main: './lib/helper.js', dependencies: { express: '4' } },
    'tool/bin.js': "require('node:fs').readFileSync('x');",
    'lib/helper.js': "import { execSync } from 'node:child_process'; export const helper = () => execSync('ls');",
    'app/server.js': `import express from 'express';
      import missing from './nowhere.js';
      express().get('/', (req, res) => { missing(); res.send(/^(\\w+\\s?)*$/.test(req.query.q)); });`,
    'app/broken.js': 'export const = ;',
    ...Object.fromEntries(names.map((name) => [`app/${name}.js`, blocking])),
  };
}

describe('threads that judge', function () {
  this.timeout(120_000);
  after(removeProjects);

  it('find what one thread finds, and keep the same', async () => {
    const root = makeProject(manyFiles('load', 'also'));
    const serial = await audit(root, undefined);
    const { judged, lost, ...threaded } = await audit(root, judgeEntry);
    assert.deepEqual({ judged, lost }, { judged: 3, lost: 0 });
    assert.deepEqual(threaded, { report: serial.report, sizes: serial.sizes, kept: serial.kept });
    const { findings } = serial.report as Report;
    assert.deepEqual(
      [...new Set(findings.map(({ rule, file }) => `${rule} ${file}`))],
      ['blocking-io app/also.js', 'blocking-io app/load.js', 'slow-regex app/server.js'],
    );
  });

  for (const way of ['crash', 'throw']) {
    it(`may be lost (${way}): what they had to do is done all the same`, async () => {
      const root = makeProject(manyFiles('load', way));
      const serial = await audit(root, undefined);
      const { judged, lost, ...threaded } = await audit(root, judgeEntry);
      assert.ok(lost > 0);
      assert.equal(judged + lost, 3);
      assert.deepEqual(threaded, { report: serial.report, sizes: serial.sizes, kept: serial.kept });
    });
  }

  it('are started where they pay only', () => {
    assert.equal(judgesFor(200, 2, undefined), 0);
    assert.equal(judgesFor(20_000, 1, undefined), 0);
    assert.equal(judgesFor(20_000, 5, 0), 0);
    assert.equal(judgesFor(20_000, 5, 1), 0);
    assert.equal(judgesFor(10, 5, 3), 3);
    assert.equal(judgesFor(10, 2, 3), 2);
  });
});
