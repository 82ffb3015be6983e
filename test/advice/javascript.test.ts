import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceKinds } from '../../src/model/advice.ts';
import { sessionOver } from '../support/analyse.ts';

const folder = join('test', 'advice', 'javascript');
const files = readdirSync(folder).sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

/** `// advise: concurrency await-in-loop` above a function: the verdict, and the kind of the first evidence. */
const ANNOTATION = /^ *\/\/ advise: (concurrency|parallelism|both|neither) (\S+)$/;

interface Expected {
  readonly line: number;
  readonly verdict: string;
  readonly evidence: string;
}

function expectedIn(source: string): Expected[] {
  return source.split('\n').flatMap((text, line) => {
    const [, verdict = '', evidence = ''] = ANNOTATION.exec(text) ?? [];
    return verdict === '' ? [] : [{ line: line + 1, verdict, evidence }];
  });
}

describe('advice on annotated functions', () => {
  const session = sessionOver(sources);
  before(() => session.update());
  let count = 0;

  for (const [file, source] of sources) {
    for (const { line, verdict, evidence } of expectedIn(source)) {
      count += 1;
      const text = source.split('\n')[line] ?? '';
      it(`${file}: ${text.trim().slice(0, 60)}`, async () => {
        const advice = await session.advise(file, line, text.length);
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
  }

  it('covers every kind of evidence with at least 60 functions', () => {
    assert.ok(count >= 60, String(count));
    const kinds = new Set([...sources.values()].flatMap(expectedIn).map(({ evidence }) => evidence));
    assert.deepEqual(
      [...evidenceKinds].filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});
