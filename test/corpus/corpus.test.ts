import assert from 'node:assert/strict';
import { installCorpus, type CorpusPackage } from './install.ts';
import { auditPackage, readSnapshot, withoutJudgement, type SnapshotEntry } from './snapshot.ts';

/** What has been reached of the aim of 0.95; raise it with each false alarm that goes. See docs/accuracy.md. */
const REACHED = 0.49;

/** Templates with placeholders, which are no JavaScript. */
const unparsable = /(?:^|\/)config\.tpl\.[jt]s$/;

describe('published servers', function () {
  this.timeout(600_000);
  let packages: readonly CorpusPackage[] = [];
  const judged: SnapshotEntry[] = [];

  before(async () => {
    packages = await installCorpus();
  });

  it('are at least ten', () => {
    assert.ok(packages.length >= 10);
  });

  it('have the findings of the reviewed snapshots, and every file is read or its reason is known', async () => {
    for (const one of packages) {
      const { report, entries } = await auditPackage(one);
      const reviewed = readSnapshot(one.name);
      assert.deepEqual(entries, reviewed.map(withoutJudgement), one.name);
      assert.deepEqual(
        report.skipped.filter(({ file }) => !unparsable.test(file)),
        [],
        one.name,
      );
      for (const entry of reviewed) assert.ok(entry.judgement && entry.why, `${one.name}: ${entry.at} is not judged`);
      judged.push(...reviewed);
    }
  });

  it('were judged by hand, every one; the share of true findings does not fall', () => {
    const right = judged.filter(({ judgement }) => judgement === 'true').length;
    assert.ok(judged.length >= 100, `only ${judged.length} findings are judged`);
    assert.ok(right / judged.length >= REACHED, `${right} of ${judged.length} are true`);
  });
});
