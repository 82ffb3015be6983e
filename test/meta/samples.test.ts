import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { auditFolder } from '../support/analyse.ts';

/** What is planted. Everything else in the sample application is harmless and must stay silent. */
const planted = `
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
