import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sessionOver } from './support/analyse.ts';
import { type PythonPair, pythonPairs } from './support/python-pairs.ts';
import { pythonProblems, type PythonRun, runPython } from './support/run-python.ts';

const tables = pythonPairs('test/fixes/python');

for (const [table, pairs] of tables) {
  describe(`fixes in Python: ${table}`, function () {
    this.timeout(30_000);
    for (const pair of pairs) it(pair.name, () => check(pair));
  });
}

describe('fixes in Python', function () {
  this.timeout(300_000);
  const all = [...tables].flatMap(([table, pairs]) =>
    pairs.map((pair) => ({ ...pair, name: `${table}: ${pair.name}` })),
  );

  it('leave sources that python3 compiles', () => {
    const sources = new Map<string, string>();
    for (const pair of all) {
      for (const [file, text] of [...pair.before, ...pair.after])
        if (file.endsWith('.py')) sources.set(`${pair.name}/${file}`, text);
    }
    assert.deepEqual(pythonProblems(sources), []);
  });

  it('leave programs that do what they did, and the loop or the work goes on meanwhile', () => {
    let programs = all.filter(({ program }) => program !== undefined);
    assert.ok(programs.length >= 25, `${programs.length} programs`);
    // A busy machine makes the loop stand still, too.
    for (let tries = 0; tries < 3 && programs.length > 0; tries += 1) programs = programs.filter(runsWorse);
    assert.deepEqual(
      programs.map(({ name }) => name),
      [],
      'programs that are as they were',
    );
  });
});

async function check(pair: PythonPair): Promise<void> {
  const session = sessionOver(pair.before);
  const shown = await session.audit();
  assert.ok(shown.findings.length > 0, 'a case needs a finding');
  const { changes, refused } = await session.fixAll({ unsafe: true });
  for (const [file, text] of pair.after) {
    assert.equal(changes.find((change) => change.file === file)?.after, text, `${file} after the fixes`);
  }
  assert.deepEqual(changes.map(({ file }) => file).sort(), [...pair.after.keys()].sort(), 'files that change');
  const kinds = refused.map(({ fix }) => fix?.disabled?.stops[0]?.kind ?? 'no fix');
  assert.deepEqual(kinds.sort(), pair.refused, 'what is refused');
  assert.deepEqual(await session.audit(), shown, 'the session is as it was');
  const again = sessionOver(new Map([...pair.before, ...pair.after]));
  await again.update();
  assert.deepEqual((await again.fixAll({ unsafe: true })).changes, [], 'a second run changes nothing');
}

/** Whether the loop stands still for as long as before, or all takes as long, or as much of this process, by a generous measure. */
function runsWorse({ name, before, after, program }: PythonPair): boolean {
  const [was, is] = runPython([before, new Map([...before, ...after])]) as [PythonRun, PythonRun];
  assert.deepEqual(is.result, was.result, `${name} does what it did`);
  if (program === 'leaves') return is.own * 2 > was.own;
  return program === 'faster' ? is.elapsed * 1.4 > was.elapsed : is.stall * 1.5 > was.stall;
}
