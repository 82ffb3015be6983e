import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { join } from 'node:path';
import type { Session } from '../../src/session/session.ts';
import { sessionOver } from '../support/analyse.ts';

const runs = Math.ceil(Number(process.env['LOOPWISE_RUNS'] ?? 300) / 20);

/** The Python sources of a project, by path. */
function sourcesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  return new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]));
}

async function said(session: Session): Promise<string[]> {
  const { findings } = await session.audit();
  return findings.map(({ file, range, rule, severity, operation }) =>
    [file, ...range, rule, severity, operation.name].join(' '),
  );
}

describe('a session on Python files that come, change and go', function () {
  this.timeout(240_000);
  const projects = readdirSync('test/projects').filter((name) => name.startsWith('py-'));

  for (const name of projects) {
    const all = sourcesOf(join('test/projects', name));
    const files = [...all.keys()];
    // An edit takes the first half of a file's statements away, or gives them back.
    const step = fc.record({ file: fc.constantFrom(...files), kind: fc.constantFrom('gone', 'half', 'whole') });

    it(`says what a fresh one says: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          const sources = new Map(all);
          const session = sessionOver(sources);
          await session.audit();
          for (const { file, kind } of steps) {
            const text = all.get(file) ?? '';
            const had = sources.has(file);
            if (kind === 'gone') sources.delete(file);
            else sources.set(file, kind === 'whole' ? text : text.slice(text.length / 2).replace(/^.*\n\s*/, ''));
            const change = kind === 'gone' ? 'deleted' : had ? 'changed' : 'created';
            if (had || kind !== 'gone') await session.update([{ file, kind: change }]);
            assert.deepEqual(await said(session), await said(sessionOver(sources)));
          }
        }),
        { numRuns: runs },
      );
    });
  }
});
