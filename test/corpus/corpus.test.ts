import assert from 'node:assert/strict';
import { rules } from '../../src/rules/index.ts';
import { installCorpus, type CorpusPackage } from './install.ts';
import { shares } from './shares.ts';
import { auditPackage, readJudged, readSnapshot, withoutJudgement } from './snapshot.ts';

/** Templates with placeholders, which are no JavaScript. */
const unparsable = /(?:^|\/)config\.tpl\.[jt]s$/;

describe('published servers', function () {
  this.timeout(600_000);
  let packages: readonly CorpusPackage[] = [];

  before(async () => {
    packages = await installCorpus();
  });

  it('are at least ten', () => {
    assert.ok(packages.length >= 10);
  });

  it('have the findings of the reviewed snapshots, and every file is read or its reason is known', async () => {
    for (const one of packages) {
      const { report, entries } = await auditPackage(one);
      for (const { id } of rules) {
        const reviewed = readSnapshot(id, one.name).map(withoutJudgement);
        const found = entries.filter(({ rule }) => rule === id);
        assert.deepEqual(found, reviewed, `${one.name}, ${id}`);
      }
      assert.deepEqual(
        report.skipped.filter(({ file }) => !unparsable.test(file)),
        [],
        one.name,
      );
    }
  });

  it('give at least a hundred findings to judge', () => {
    const judged = rules.flatMap(({ id }) => readJudged(id));
    assert.ok(judged.length >= 100, `only ${judged.length} findings are judged`);
  });

  for (const { rules: together, reached } of shares) {
    it(`were judged by hand, every finding of ${together.join(', ')}; the share of true ones does not fall`, () => {
      const judged = together.flatMap(readJudged);
      for (const { at, judgement, why } of judged) assert.ok(judgement && why, `${at} is not judged`);
      const right = judged.filter(({ judgement }) => judgement === 'true').length;
      assert.ok(right >= reached * judged.length, `${right} of ${judged.length} are true`);
    });
  }
});
