import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readdirSync, readFileSync } from 'node:fs';
import { auditFolder } from '../support/analyse.ts';
import { type PythonRun, runPython } from '../support/run-python.ts';

/** What is planted. Everything else in the sample application is harmless and must stay silent. */
const planted = `
  python/comparer.py           heavy-call      error        python:difflib.ndiff
  python/scraper.py            blocking-io     warning      python:urllib.request.urlopen
  src/routes/admin.ts          blocking-io     error        node:child_process.execSync
  src/routes/admin.ts          blocking-io     warning      better-sqlite3().prepare().all
  src/routes/admin.ts          heavy-call      warning      node:zlib.gzipSync
  src/routes/admin.ts          blocking-io     suppressed   node:fs.readFileSync
  src/routes/admin.ts          blocking-io     information  node:fs.statSync
  src/routes/books.ts          blocking-io     warning      node:fs.readFileSync
  src/routes/books.ts          blocking-io     warning      node:fs.readFileSync
  src/routes/books.ts          blocking-io     warning      better-sqlite3().prepare().all
  src/routes/books.ts          blocking-io     information  better-sqlite3().prepare().get
  src/routes/books.ts          blocking-io     information  node:fs.readFileSync
  src/routes/labels.cjs        blocking-io     information  global.require
  src/routes/members.ts        heavy-call      error        bcrypt.hashSync
  src/routes/members.ts        heavy-call      error        node:crypto.pbkdf2Sync
  src/routes/members.ts        blocking-sleep  error        busy-wait
`;

describe('the sample application', () => {
  it('has the findings that are planted in it, and no other', async () => {
    const report = await auditFolder('samples');
    const found = report.findings.map(({ file, rule, severity, suppression, operation }) =>
      [file, rule, suppression ? 'suppressed' : severity, operation.name].join(' '),
    );
    const expected = planted
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(/ +/g, ' '));
    assert.deepEqual(found, expected);
    assert.deepEqual([report.skipped, report.unusedDirectives], [[], []]);
  });
});

describe('the Python samples', function () {
  this.timeout(60_000);
  const sources = new Map(
    readdirSync('samples/python')
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name, readFileSync(`samples/python/${name}`, 'utf8')]),
  );
  const run = (...names: string[]): PythonRun[] =>
    runPython(names.map((name) => new Map([...sources, ['main.py', sources.get(name) ?? '']])));

  /** Others may need the processors as well: then it runs again. */
  const better = (was: string, is: string, isBetter: (was: PythonRun, is: PythonRun) => boolean): boolean => {
    for (let tries = 0; tries < 4; tries++) {
      const [before, after] = run(was, is) as [PythonRun, PythonRun];
      assert.deepEqual(after.result, before.result);
      if (isBetter(before, after)) return true;
    }
    return false;
  };
  const isFreer = (was: PythonRun, is: PythonRun): boolean => is.stall * 1.5 < was.stall;

  it('fetch the same pages sooner when they wait together', () => {
    assert.ok(
      better('scraper.py', 'scraper_fixed.py', (was, is) => is.elapsed * 1.4 < was.elapsed && isFreer(was, is)),
    );
  });

  it('give the same answer and leave the loop free when another process computes', () => {
    assert.ok(better('comparer.py', 'comparer_fixed.py', isFreer));
  });
});
