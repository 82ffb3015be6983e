import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Report } from '../../src/model/report.ts';
import type { Session, FileChange } from '../../src/session/session.ts';
import { auditPartsOf, sessionOver } from '../support/analyse.ts';
import { sourcesBelow } from '../support/fixtures.ts';

const folder = 'test/projects';
/** Small enough to be analysed often, and together they have every way of joining files. */
const projects = [
  ...[
    'callbacks-across-files',
    'chain-across-files',
    'classes-across-files',
    'commonjs-styles',
    'declared-across-files',
  ],
  ...['express-routes-function', 'import-cycles', 'js-means-ts', 'module-singletons', 'nestjs', 'package-bin', 'probe'],
  ...['re-exports', 'start-up-and-handler', 'twins', 'worker-files'],
];
const original = new Map(
  projects.flatMap((project) =>
    sourcesBelow(join(folder, project)).map((path) => {
      const file = `${project}/${path}`;
      return [file, readFileSync(join(folder, file), 'utf8')] as const;
    }),
  ),
);
const paths = [...original.keys()];

type Edit = {
  readonly file: string;
  readonly kind: (typeof kinds)[number];
  readonly line: number;
  readonly from: string;
};
const kinds = ['delete', 'restore', 'drop line', 'copy line', 'swap async', 'swap export', 'replace', 'break'] as const;
const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.constantFrom(...paths),
  kind: fc.constantFrom(...kinds),
  line: fc.nat(60),
  from: fc.constantFrom(...paths),
});

/** What the file holds after the edit; undefined when it is gone. */
function edited(sources: ReadonlyMap<string, string>, { file, kind, line, from }: Edit): string | undefined {
  const source = sources.get(file) ?? original.get(file) ?? '';
  const lines = source.split('\n');
  const at = line % lines.length;
  switch (kind) {
    case 'delete':
      return undefined;
    case 'restore':
      return original.get(file);
    case 'drop line':
      return lines.filter((_, index) => index !== at).join('\n');
    case 'copy line':
      return lines.flatMap((text, index) => (index === at ? [text, text] : [text])).join('\n');
    case 'swap async':
      return lines.map((text, index) => (index === at ? swap(text, 'async ', '') : text)).join('\n');
    case 'swap export':
      return lines.map((text, index) => (index === at ? swap(text, 'export ', '') : text)).join('\n');
    case 'replace':
      return original.get(from);
    case 'break':
      return `${source}\n}{`;
  }
}

function swap(text: string, word: string, other: string): string {
  return text.includes(word) ? text.replace(word, other) : text.replace(/function|(?<=export )/, `${word}$&`);
}

/** As reporters get it. */
function plain(report: Report): unknown {
  return JSON.parse(JSON.stringify(report));
}

/** All that a session says, file by file. */
function answers(session: Session): Map<string, string> {
  return new Map(
    paths.map((file) => [file, JSON.stringify([session.findings(file), session.unusedDirectives(file)], null, 1)]),
  );
}

async function freshAnswers(sources: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const session = sessionOver(sources);
  await session.update();
  return answers(session);
}

describe('a session', function () {
  this.timeout(240_000);

  it('says the same after edits as a fresh one, and names the files that changed', async () => {
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const sources = new Map(original);
        const session = sessionOver(sources);
        await session.update();
        for (const edits of sequence) {
          const before = answers(session);
          const changed = await session.update(apply(sources, edits));
          const after = answers(session);
          assert.deepEqual(after, await freshAnswers(sources));
          const different = paths.filter((file) => before.get(file) !== after.get(file));
          assert.deepEqual(
            different.filter((file) => !changed.has(file)),
            [],
            'files with other findings are named',
          );
        }
      }),
      { numRuns: Number(process.env['LOOPWISE_RUNS'] ?? 60) },
    );
  });

  it('is audited part by part, with what earlier audits kept, as it is as a whole', async () => {
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const sources = new Map(original);
        const kept = new Map<string, string>();
        for (const [step, edits] of [[], ...sequence].entries()) {
          apply(sources, edits);
          const { report, partOf } = await auditPartsOf(sources, kept, () => undefined);
          assert.deepEqual(plain(report), plain(await sessionOver(sources).audit()));
          const onThreads = await auditPartsOf(sources, new Map(), () => undefined, 2);
          assert.deepEqual(plain(onThreads.report), plain(report));
          const again = await auditPartsOf(sources, kept, (files) => assert.fail(`unpacks ${files.join()}`));
          assert.deepEqual(plain(again.report), plain(report));
          const touched = edits.find(({ file }) => sources.has(file))?.file;
          if (touched === undefined) continue;
          // Another name in each step: what was audited before, letter by letter, would be kept.
          const late = `async function late${step}() { require('node:fs').readFileSync('x'); }`;
          sources.set(touched, `${sources.get(touched)}\n${late}\n`);
          const unpacked: string[] = [];
          const edited = await auditPartsOf(sources, kept, (files) => unpacked.push(...files));
          const concerned = new Set([...partOf(touched), ...edited.partOf(touched)]);
          assert.ok(unpacked.includes(touched));
          assert.deepEqual(
            unpacked.filter((file) => !concerned.has(file)),
            [],
            'only the part of what was edited',
          );
          assert.deepEqual(plain(edited.report), plain(await sessionOver(sources).audit()));
        }
      }),
      { numRuns: Number(process.env['LOOPWISE_RUNS'] ?? 20) },
    );
  });

  it('does not depend on the order of files', async () => {
    const expected = await freshAnswers(original);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (order) => {
        assert.deepEqual(await freshAnswers(new Map(order.map((file) => [file, original.get(file)!]))), expected);
      }),
      { numRuns: 25 },
    );
  });

  it('says the same when files are taken in slice by slice, and edited meanwhile', async () => {
    // Enough files that no import joins for more than one slice.
    const many = Array.from({ length: 300 }, (_, index) => [`many/${index}.js`, `export const a = ${index};`] as const);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 3 }), async (edits) => {
        const sources = new Map([...original, ...many]);
        let pauses = 0;
        const pause = async (): Promise<void> => {
          if (pauses++ > 0) return;
          const known = apply(
            sources,
            edits.filter(({ file }) => session.facts(file)),
          );
          await session.update(known);
        };
        const session = sessionOver(sources, { pause, layout: () => [...sources.keys()].join() });
        await session.update();
        assert.ok(pauses > 1);
        assert.deepEqual(answers(session), await freshAnswers(sources));
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order in which files arrive', async () => {
    const expected = await freshAnswers(original);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), fc.nat(30), async (order, first) => {
        const sources = new Map<string, string>();
        const session = sessionOver(sources);
        for (const part of [order.slice(0, first), order.slice(first)]) {
          for (const file of part) sources.set(file, original.get(file)!);
          await session.update(part.map((file) => ({ file, kind: 'created' })));
        }
        assert.deepEqual(answers(session), expected);
      }),
      { numRuns: 25 },
    );
  });
});

function apply(sources: Map<string, string>, edits: readonly Edit[]): FileChange[] {
  const changes = new Map<string, FileChange>();
  for (const step of edits) {
    const { file } = step;
    const source = edited(sources, step);
    if (source === undefined && !sources.has(file)) continue;
    const kind = source === undefined ? 'deleted' : sources.has(file) ? 'changed' : 'created';
    if (source === undefined) sources.delete(file);
    else sources.set(file, source);
    changes.set(file, { file, kind });
  }
  return [...changes.values()];
}
