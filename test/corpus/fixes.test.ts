import assert from 'node:assert/strict';
import { parseSource } from '../../src/languages/javascript/parse.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { FixAllResult } from '../../src/session/fixes.ts';
import { openFolder } from '../support/analyse.ts';
import { installCorpus } from './install.ts';

/** Of the findings whose API has an asynchronous form, the share that has to have a fix. */
const REACHED = 0.82;

describe('fixes of published servers', function () {
  this.timeout(900_000);

  it('parse, and take away what they say; most findings with a twin have one', async () => {
    let offered = 0;
    let withTwin = 0;
    for (const { name, folder } of await installCorpus()) {
      const session = await openFolder(folder);
      const before = await session.audit();
      const result = await session.fixAll({ unsafe: true });
      for (const { file, after } of result.changes) {
        for (const engine of ['oxc', 'typescript'] as const) {
          assert.equal(parseSource(file, after, engine).problem, undefined, `${name}: ${file} with ${engine}`);
        }
      }
      const texts = new Map(result.changes.map(({ file, after }) => [file, after]));
      const after = await (await openFolder(folder, texts)).audit();
      // A helper that waits is a place of its own for what else blocks in it, so the numbers need not be equal.
      if (result.applied.some(({ finding }) => isBlocking(finding)))
        assert.ok(blocking(after) < blocking(before), `${name}: ${blocking(after)} are left`);
      else if (result.applied.length > 0) assert.ok(after.findings.length < before.findings.length, name);
      assert.deepEqual(await session.audit(), before, `${name}: the session is as it was`);
      offered += result.applied.length + result.refused.filter(({ fix }) => fix && !fix.disabled).length;
      withTwin += result.applied.length + hadTwin(result);
    }
    assert.ok(offered >= REACHED * withTwin, `${offered} of ${withTwin} have a fix`);
  });
});

/** Waits in a loop are what some fixes leave. */
function isBlocking({ rule }: Finding): boolean {
  return !rule.includes('await');
}

function blocking({ findings }: Report): number {
  return findings.filter(isBlocking).length;
}

function hadTwin({ refused }: FixAllResult): number {
  return refused.filter(({ finding }) => finding.operation.twin !== undefined).length;
}
