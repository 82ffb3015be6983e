import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Session } from '../../src/session/session.ts';
import { sessionOver } from '../support/analyse.ts';

/** A function over a list: which others it calls in each round of a loop, and which beside it. */
interface Spec {
  readonly inLoop: readonly number[] | undefined;
  readonly beside: readonly number[];
}

const COUNT = 6;
const others = fc.array(fc.nat(COUNT - 1), { maxLength: 2 });
const spec: fc.Arbitrary<Spec> = fc.record({ inLoop: fc.option(others, { nil: undefined }), beside: others });
const edit = fc.record({ at: fc.nat(COUNT - 1), spec });

const FILES = ['a.js', 'b.js'] as const;

/** The first half of the functions is in one file, the others are in another; each is called by one that must not block. */
function sourcesOf(specs: readonly Spec[]): Map<string, string> {
  const half = COUNT / 2;
  const names = specs.map((_, index) => `f${index}`);
  const texts = specs.map(({ inLoop, beside }, index) => {
    const calls = (some: readonly number[]): string => some.map((at) => `  f${at}(items);\n`).join('');
    const loop = inLoop
      ? `  for (const item of items) {\n  item.total += item.price * item.count;\n${calls(inLoop)}  }\n`
      : '';
    const entry = `export async function entry${index}(items) {\n  f${index}(items);\n}\n`;
    return `export function f${index}(items) {\n${loop}${calls(beside)}}\n${entry}`;
  });
  const file = (own: string[], theirs: string[], from: string): string =>
    `import { ${theirs.join(', ')} } from './${from}';\n${own.join('')}`;
  return new Map([
    [FILES[0], file(texts.slice(0, half), names.slice(half), FILES[1])],
    [FILES[1], file(texts.slice(half), names.slice(0, half), FILES[0])],
  ]);
}

function open(sources: ReadonlyMap<string, string>): Session {
  return sessionOver(sources, {}, { report: 1, warn: 1_000_000 });
}

function findings(session: Session): unknown {
  return JSON.parse(JSON.stringify(FILES.map((file) => session.findings(file))));
}

describe('estimates of functions that call each other', function () {
  this.timeout(240_000);

  it('are the same after edits as in a fresh session', async () => {
    const start = fc.array(spec, { minLength: COUNT, maxLength: COUNT });
    const edits = fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    let told = 0;
    await fc.assert(
      fc.asyncProperty(start, edits, async (specs, steps) => {
        const now = [...specs];
        const sources = sourcesOf(now);
        const session = open(sources);
        await session.update();
        for (const step of steps) {
          for (const { at, spec: next } of step) now[at] = next;
          const after = sourcesOf(now);
          const changed = FILES.filter((file) => after.get(file) !== sources.get(file));
          for (const file of changed) sources.set(file, after.get(file)!);
          await session.update(changed.map((file) => ({ file, kind: 'changed' })));
          const fresh = open(sources);
          await fresh.update();
          const expected = findings(fresh);
          assert.deepEqual(findings(session), expected);
          told += (expected as unknown[][]).flat().length;
        }
      }),
      { numRuns: Number(process.env['LOOPWISE_RUNS'] ?? 150) },
    );
    assert.ok(told > 0);
  });
});
