import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { FileFacts } from '../../src/model/facts.ts';
import { realFiles } from '../support/real-files.ts';

/** Parsers word their complaints differently, and may point to another place. */
function comparable(facts: FileFacts): unknown {
  return facts.problem ? { problem: facts.problem.kind } : facts;
}

describe('both parser engines give equal facts', function () {
  this.timeout(180_000);

  it('for every file of the sample', () => {
    const files = realFiles();
    assert.ok(files.length > 500, `a sample of ${files.length} files says little`);
    const different = files.filter(({ path, source }) => {
      const oxc = comparable(extractFacts(path, source, { engine: 'oxc' }));
      const typescript = comparable(extractFacts(path, source, { engine: 'typescript' }));
      return JSON.stringify(oxc) !== JSON.stringify(typescript);
    });
    for (const { path, source } of different.slice(0, 1)) {
      assert.deepEqual(
        comparable(extractFacts(path, source, { engine: 'oxc' })),
        comparable(extractFacts(path, source, { engine: 'typescript' })),
        `${different.length} files differ, first ${path}`,
      );
    }
    assert.deepEqual(
      different.map(({ path }) => path),
      [],
    );
  });
});
