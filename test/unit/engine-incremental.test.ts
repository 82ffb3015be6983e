import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createProject, type Project } from '../../src/engine/project.ts';
import type { FileFacts } from '../../src/model/facts.ts';
import { rules } from '../../src/rules/index.ts';
import { traitsOf } from '../../src/session/traits.ts';
import {
  generatedCatalog,
  generatedFacts,
  generatedPaths,
  generatedTweak,
  resolveGenerated,
} from '../support/generated-facts.ts';

type Files = ReadonlyMap<string, FileFacts>;

function newProject(): Project {
  return createProject({ catalog: generatedCatalog, traits: traitsOf, rules, resolve: resolveGenerated });
}

function fresh(files: Files): Project {
  const project = newProject();
  project.update([...files].map(([path, facts]) => ({ path, facts })));
  return project;
}

function allFindings(project: Project): string {
  return JSON.stringify(
    generatedPaths.map((path) => project.findings(path)),
    null,
    1,
  );
}

const project = fc
  .tuple(...generatedPaths.map(() => generatedFacts))
  .map((facts): Files => new Map(facts.map((fileFacts, index) => [generatedPaths[index] ?? '', fileFacts])));

const edit = fc.record({
  path: fc.constantFrom(...generatedPaths),
  facts: fc.option(generatedFacts, { nil: undefined, freq: 5 }),
});

const tweaks = fc.array(fc.tuple(fc.constantFrom(...generatedPaths), generatedTweak), { minLength: 1, maxLength: 5 });

describe('engine: results do not depend on how the project came to be what it is', function () {
  this.timeout(120_000);
  const numRuns = Number(process.env['LOOPWISE_RUNS'] ?? 300);

  it('an incremental update equals a fresh run', () => {
    fc.assert(
      fc.property(project, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        const files = new Map(start);
        const incremental = fresh(start);
        for (const { path, facts } of edits) {
          const before = new Map(generatedPaths.map((each) => [each, JSON.stringify(incremental.findings(each))]));
          const told = incremental.update([{ path, facts }]);
          if (facts) files.set(path, facts);
          else files.delete(path);
          assert.equal(allFindings(incremental), allFindings(fresh(files)));
          const changed = generatedPaths.filter(
            (each) => before.get(each) !== JSON.stringify(incremental.findings(each)),
          );
          assert.deepEqual([...told].sort(), changed, 'the files that are told to have changed');
        }
      }),
      { numRuns },
    );
  });

  it('an incremental update of a small edit equals a fresh run', () => {
    fc.assert(
      fc.property(project, tweaks, (start, edits) => {
        const files = new Map(start);
        const incremental = fresh(start);
        for (const [path, tweak] of edits) {
          const before = files.get(path);
          if (!before) continue;
          files.set(path, tweak(before));
          incremental.update([{ path, facts: files.get(path) }]);
          assert.equal(allFindings(incremental), allFindings(fresh(files)));
        }
      }),
      { numRuns },
    );
  });

  it('the order of files does not matter', () => {
    const order = fc.shuffledSubarray([...generatedPaths], { minLength: generatedPaths.length });
    fc.assert(
      fc.property(project, order, (files, paths) => {
        const shuffled = new Map(paths.flatMap((path) => [...files].filter(([known]) => known === path)));
        assert.equal(allFindings(fresh(shuffled)), allFindings(fresh(files)));
      }),
      { numRuns },
    );
  });

  it('the fixed point of cyclic values does not depend on where evaluation begins', () => {
    fc.assert(
      fc.property(project, fc.constantFrom(...generatedPaths), (files, first) => {
        const stepwise = newProject();
        stepwise.update([{ path: first, facts: files.get(first) }]);
        stepwise.update([...files].filter(([path]) => path !== first).map(([path, facts]) => ({ path, facts })));
        assert.equal(allFindings(stepwise), allFindings(fresh(files)));
      }),
      { numRuns },
    );
  });
});
