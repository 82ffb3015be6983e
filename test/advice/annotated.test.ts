import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceKinds } from '../../src/model/advice.ts';
import { expectedAdvice } from '../support/advice-annotations.ts';
import { sessionOver } from '../support/analyse.ts';

/** So many annotated functions there are at least. */
const languages = { javascript: 75, python: 20 };

describe('advice on annotated functions', () => {
  const kinds = new Set<string>();
  for (const [language, least] of Object.entries(languages)) {
    const folder = join('test', 'advice', language);
    const files = readdirSync(folder).sort();
    const sources = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    const session = sessionOver(sources);
    const all = [...sources].flatMap(([file, source]) =>
      expectedAdvice(source).map((expected) => ({ file, ...expected })),
    );
    for (const { evidence } of all) kinds.add(evidence);

    describe(language, () => {
      before(() => session.update());
      it('has enough of them', () => assert.ok(all.length >= least, String(all.length)));

      for (const { file, line, character, text, verdict, evidence } of all) {
        it(`${file}: ${text.slice(0, 60)}`, async () => {
          const advice = await session.advise(file, line, character);
          assert.ok(advice);
          assert.equal(advice.subject, 'function');
          const found = `${advice.verdict} ${advice.evidence[0]?.kind ?? 'none'}`;
          assert.equal(found, `${verdict} ${evidence}`, advice.sentence);
          assert.ok(advice.techniques.length > 0);
          assert.equal(advice.after !== undefined, advice.verdict !== 'neither');
        });
      }
    });
  }

  it('covers every kind of evidence', () => {
    assert.deepEqual(
      evidenceKinds.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});
