import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { auditSources } from '../support/in-memory.ts';

const folder = 'samples/src';

/** What is planted. Everything else in the sample application is harmless and must stay silent. */
const planted = `
  routes/admin.ts          blocking-io     error        node:child_process.execSync
  routes/admin.ts          blocking-io     warning      better-sqlite3().prepare().all
  routes/admin.ts          heavy-call      warning      node:zlib.gzipSync
  routes/admin.ts          blocking-io     suppressed   node:fs.readFileSync
  routes/admin.ts          blocking-io     information  node:fs.statSync
  routes/books.ts          blocking-io     warning      node:fs.readFileSync
  routes/books.ts          blocking-io     warning      node:fs.readFileSync
  routes/books.ts          blocking-io     warning      better-sqlite3().prepare().all
  routes/books.ts          blocking-io     warning      better-sqlite3().prepare().get
  routes/books.ts          blocking-io     information  node:fs.readFileSync
  routes/labels.cjs        blocking-io     information  global.require
  routes/members.ts        heavy-call      error        bcrypt.hashSync
  routes/members.ts        heavy-call      error        node:crypto.pbkdf2Sync
  routes/members.ts        blocking-sleep  error        busy-wait
`;

describe('the sample application', () => {
  it('has the findings that are planted in it, and no other', async () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    const files = paths.filter((path) => /\.[cm]?[jt]s$/.test(path));
    const report = await auditSources(
      Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])),
    );
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
