import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sessionOver } from '../support/analyse.ts';

const harmless = (name: string): string => `export async function ${name}(a) {\n  return a + 1;\n}\n`;
const blocking = `export async function last() {\n  return readFileSync('a');\n}\n`;

describe('advice on a helper', () => {
  it('has the rewrites of findings at callers that nobody is known to call', async () => {
    const session = sessionOver(
      new Map([
        ['package.json', '{ "type": "module" }'],
        [
          'read.js',
          "import { readFileSync } from 'node:fs';\nexport function read() {\n  return readFileSync('a');\n}\n",
        ],
        ['middle.js', "import { read } from './read.js';\nexport const middle = () => read();\n"],
        ['use.js', "import { middle } from './middle.js';\nexport async function use() {\n  return middle();\n}\n"],
      ]),
    );
    await session.update();
    const advice = await session.advise('read.js', 2, 5);
    assert.equal(
      advice?.reached.sentence,
      '`read` runs on the event loop: `use` (async function) reaches it through `middle`.',
    );
    const [way] = advice.techniques;
    assert.equal(way?.id, 'await');
    assert.ok(way.fixes.includes('await-twin'));
    assert.deepEqual(
      way.findings,
      session.findings('use.js').map(({ fingerprint }) => fingerprint),
    );
    assert.equal(way.findings.length, 1);
  });
});

describe('advice on a file', () => {
  it('looks at functions with findings first, and at no more than an editor waits for', async () => {
    const source = (count: number): string =>
      [
        "import { readFileSync } from 'node:fs';\n",
        ...Array.from({ length: count }, (_, i) => harmless(`f${i}`)),
        blocking,
      ].join('');
    const session = sessionOver(
      new Map([
        ['small.js', source(3)],
        ['large.js', source(500)],
      ]),
    );
    await session.update();
    for (const [file, looked] of [
      ['small.js', '4 functions'],
      ['large.js', 'the 60 functions looked at'],
    ] as const) {
      const advice = await session.advise(file);
      assert.equal(advice?.subject, 'file');
      assert.equal(advice.verdict, 'concurrency');
      assert.ok(
        advice.sentence.startsWith(`1 of ${looked} in \`${file}\` could be better, \`last\` first`),
        advice.sentence,
      );
      assert.deepEqual(
        advice.functions.map(({ name }) => name),
        ['last'],
      );
    }
  });
});
