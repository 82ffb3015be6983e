import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceKinds } from '../../src/model/advice.ts';
import { expectedAdvice } from '../support/advice-annotations.ts';
import { sessionOver } from '../support/analyse.ts';

const folder = join('test', 'advice', 'javascript');
const files = readdirSync(folder).sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

describe('advice on annotated functions', () => {
  const session = sessionOver(sources);
  before(() => session.update());
  const all = [...sources].flatMap(([file, source]) =>
    expectedAdvice(source).map((expected) => ({ file, ...expected })),
  );

  for (const { file, line, character, text, verdict, evidence } of all) {
    it(`${file}: ${text.slice(0, 60)}`, async () => {
      const advice = await session.advise(file, line, character);
      assert.ok(advice);
      assert.equal(advice.subject, 'function');
      assert.equal(
        `${advice.verdict} ${advice.evidence[0]?.kind ?? 'none'}`,
        `${verdict} ${evidence}`,
        advice.sentence,
      );
      assert.ok(advice.techniques.length > 0);
      assert.equal(advice.after !== undefined, advice.verdict !== 'neither');
    });
  }

  it('covers every kind of evidence with at least 60 functions', () => {
    assert.ok(all.length >= 60, String(all.length));
    const kinds = new Set(all.map(({ evidence }) => evidence));
    assert.deepEqual(
      evidenceKinds.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});
