import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { type RuleId, ruleIds } from '../src/model/finding.ts';
import type { FixAllResult } from '../src/session/fixes.ts';
import { sessionOver } from './support/analyse.ts';
import { fixPairs, type FixPair } from './support/fix-pairs.ts';
import { runProgram } from './support/run-program.ts';
import { floatingPromises, typedProgram, typeErrors } from './support/type-errors.ts';

const folder = 'test/fixes';
/** Those of Python are tables: fixes-python.test.ts. What runs on threads is the same for all. */
const others = new Set(['python', 'pools']);
const themes = readdirSync(folder).filter((name) => !others.has(name) && statSync(join(folder, name)).isDirectory());

for (const theme of themes.sort()) {
  describe(`fixes: ${theme}`, function () {
    this.timeout(30_000);
    for (const pair of fixPairs(join(folder, theme))) {
      it(pair.name, () => check(pair, rulesOf(theme)));
    }
  });
}

describe('fixes', function () {
  this.timeout(120_000);
  it('count as safe only where nothing is to be looked at', async () => {
    const held = async (theme: string, name: string) => {
      const pair = fixPairs(join(folder, theme)).find((one) => one.name === name);
      assert.ok(pair, name);
      const session = sessionOver(pair.before);
      await session.update();
      const { refused } = await session.fixAll({ rules: rulesOf(theme) });
      return refused.flatMap(({ fix }) => fix?.warnings ?? []);
    };
    const torn = (what: string) => `${what} is read before and changed after the wait: others may change it in between`;
    assert.deepEqual(await held('await-twin', 'torn-state.ts'), [torn('this.text'), torn('state')]);
    assert.deepEqual(await held('await-twin', 'precedence.ts'), []);
    assert.deepEqual(await held('carry-async', 'helper.ts'), []);
    assert.deepEqual(await held('carry-async', 'fastify.mjs'), [], 'Fastify waits for what a handler returns');
    assert.match((await held('carry-async', 'handlers.mjs')).join('\n'), /Express 4 does not catch its rejections/);
    assert.match((await held('carry-async', 'two-files')).join('\n'), /is exported: callers outside/);
  });

  it('say why no thread can do it where they let others run in between', async () => {
    const reasons = async (name: string): Promise<(string | undefined)[]> => {
      const pair = fixPairs(join(folder, 'yield')).find((one) => one.name === name);
      assert.ok(pair, name);
      const session = sessionOver(pair.before);
      await session.update();
      const { applied } = await session.fixAll({ rules: ['heavy-loop'], unsafe: true });
      return applied.map(({ fix }) =>
        /^it stays on the loop's thread: (.*)$/.exec(fix.warnings[0] ?? '')?.[1]?.replace(/ in line \d+$/, ''),
      );
    };
    assert.deepEqual(await reasons('code.mjs'), [
      'users is changed, which others see',
      'hits is state of the module, which a thread does not share',
      'socket is changed, which others see',
      'the code returns from its function',
      'count is changed, which others see',
    ]);
    assert.deepEqual(await reasons('functions.mjs'), [
      'cache is state of the module, which a thread does not share',
      '`(value) => value + server.connections` cannot be a copy: it is called',
      '`rows` cannot be a copy: it is changed',
      '`new Store()` cannot be a copy: its method load is called',
      'document is a global that a thread may not have',
      'what `maker(500_000_000)` gives is code, which no thread can send',
    ]);
  });

  it('leave TypeScript without type errors, and drop no promise that was not dropped before', () => {
    const program = typedProgram(sourcesOf(({ before, after }) => new Map([...before, ...after])));
    assert.deepEqual(typeErrors(program), []);
    const dropped = floatingPromises(program);
    const pairs = new Set(dropped.map(pairNamed));
    assert.ok(pairs.size > 0, 'pairs that drop a promise on purpose show that it is seen');
    const before = sourcesOf((pair) => pair.before);
    const ofPairs = new Map([...before].filter(([file]) => pairs.has(pairNamed(file))));
    assert.deepEqual(dropped, floatingPromises(typedProgram(ofPairs)));
  });
});

/** Files of all pairs that change, below the names of their pairs. */
function sourcesOf(half: (pair: FixPair) => ReadonlyMap<string, string>): Map<string, string> {
  const sources = new Map<string, string>();
  for (const theme of themes) {
    for (const pair of fixPairs(join(folder, theme))) {
      if (pair.after.size === 0) continue;
      const files = new Map(half(pair));
      for (const pool of readdirSync(join(folder, 'pools'))) {
        const isUsed = [...files.values()].some((text) => text.includes(`'./${pool}'`));
        if (isUsed && !files.has(pool)) files.set(pool, poolText(pool));
      }
      for (const [file, text] of files) sources.set(`${theme}/${pair.name}/${file}`, text);
    }
  }
  return sources;
}

function pairNamed(file: string): string {
  return file.split('/', 2).join('/');
}

/** What other fixes leave to wait one after the other is for fixes of their own. */
function rulesOf(theme: string): RuleId[] {
  return ruleIds.filter((rule) => theme === 'await-together' || !ofAwaits.has(rule));
}

const ofAwaits = new Set<RuleId>(['await-in-loop', 'sequential-awaits']);

async function check(pair: FixPair, rules: readonly RuleId[]): Promise<void> {
  const session = sessionOver(pair.before);
  const shown = await session.audit();
  assert.ok(shown.findings.length > 0, 'a fixture needs a finding');
  const { applied, changes, refused } = await session.fixAll({ unsafe: true, rules });
  const after = withPool(pair, changes);
  for (const [file, text] of after) {
    assert.equal(changes.find((change) => change.file === file)?.after, text, `${file} after the fixes`);
  }
  assert.deepEqual(changes.map(({ file }) => file).sort(), [...after.keys()].sort(), 'files that change');
  const kinds = refused.map(({ fix }) => fix?.disabled?.stops[0]?.kind ?? (fix?.tests ? 'tests' : 'no fix'));
  assert.deepEqual(kinds.sort(), pair.refused, 'what is refused');
  const warnings = applied.flatMap(({ fix }) => fix.warnings);
  for (const text of pair.warned) assert.ok(warnings.join('\n').includes(text), `a warning that ${text}`);
  assert.deepEqual(await session.audit(), shown, 'the session is as it was');
  if (after.size > 0) await checkAfter({ ...pair, after }, rules);
}

async function checkAfter(pair: FixPair, rules: readonly RuleId[]): Promise<void> {
  const after = afterAll(pair);
  const session = sessionOver(after);
  await session.update();
  const again = await session.fixAll({ unsafe: true, rules });
  assert.deepEqual(again.changes, [], 'a second run changes nothing');
  const entry = [...pair.before.keys()].find(
    (file) => /\brun\b/.test(pair.before.get(file) ?? '') && isEntry(pair.before.get(file) ?? ''),
  );
  if (entry === undefined) return;
  const was = await runProgram(pair.before, entry);
  let is = await runProgram(after, entry);
  // What is ready at once may be over before the first turn ends.
  for (let tries = 0; is.turns === 0 && tries < 3; tries++) is = await runProgram(after, entry);
  assert.deepEqual(is.result, was.result, 'the program does what it did');
  assert.ok(is.turns > 0, 'the loop turns while it works');
  if (!frees.has(pair.theme)) return;
  // Others may need the processors as well.
  for (let tries = 0; is.stall >= was.stall / 2 && tries < 3; tries++) is = await runProgram(after, entry);
  assertShorter(was.stall, is.stall);
}

/** Themes whose programs compute for long, and no longer on the loop. */
const frees = new Set(['offload', 'yield']);

function assertShorter(before: number, after: number): void {
  assert.ok(before > 80, `the program stops the loop for ${before} ms only`);
  assert.ok(after < before / 2, `the loop stood still for ${after} ms, before for ${before} ms`);
}

/** The threads of a project are the same whatever runs on them. */
function withPool({ after }: FixPair, changes: FixAllResult['changes']): Map<string, string> {
  const pools = changes.map(({ file }) => file).filter((file) => /^worker-pool\.\w+$/.test(file) && !after.has(file));
  return new Map([...after, ...pools.map((file) => [file, poolText(file)] as const)]);
}

function poolText(file: string): string {
  return readFileSync(join(folder, 'pools', file), 'utf8');
}

function isEntry(text: string): boolean {
  return /export (?:async )?function run\(|exports\.run = /.test(text);
}

function afterAll({ before, after }: FixPair): Map<string, string> {
  return new Map([...before, ...after]);
}
