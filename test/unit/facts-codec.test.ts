import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import { decodeFacts } from '../../src/model/codec/decode.ts';
import { encodeFacts } from '../../src/model/codec/encode.ts';

/** Sources with every kind of fact. */
const sources = [
  ['a.ts', readFileSync(new URL('../../src/engine/evaluate.ts', import.meta.url), 'utf8')],
  [
    'b.cjs',
    "const fs = require('fs');\nexports.a = class A extends fs.X { static s = -1.5; @d() m(x) { return [x, ...x]; } };",
  ],
  [
    'c.js',
    '#!/usr/bin/env node\n// loopwise-ignore-file -- ä reason\nwhile (Date.now() < 5);\nexport * from "./d"; export { x as y } from "z";',
  ],
  ['d.ts', 'function f({ db }: { db: import("./db").Db }) { Foo.prototype.bar = f; return cond ? db : null; }'],
  ['e.js', 'this is no code'],
] as const;

describe('facts as bytes', () => {
  for (const [path, source] of sources) {
    it(`are the same facts: ${path}`, () => {
      const facts = extractFacts(path, source);
      const bytes = encodeFacts(facts);
      assert.deepEqual(JSON.parse(JSON.stringify(decodeFacts(bytes))), JSON.parse(JSON.stringify(facts)));
      if (!facts.problem) assert.ok(bytes.length < JSON.stringify(facts).length / 2);
    });
  }

  it('keep what decides on the branches of a function', () => {
    const facts = extractFacts('a.js', 'function f(a, b) { if (a) b(); }');
    const functions = facts.functions.map((fn) => ({
      ...fn,
      defaults: [[0, null] as const, [1, 'x'] as const],
      handsOn: 2,
    }));
    const decoded = decodeFacts(encodeFacts({ ...facts, functions }));
    assert.equal(decoded.functions[1]?.guards?.length, 1);
    assert.deepEqual(
      decoded.functions.map(({ defaults, handsOn }) => [defaults, handsOn]),
      functions.map(({ defaults, handsOn }) => [defaults, handsOn]),
    );
  });

  it('keep the names of arguments', () => {
    const facts = extractFacts('a.js', 'run(command, 5);');
    const functions = facts.functions.map((fn) => ({
      ...fn,
      calls: fn.calls.map((call) => ({ ...call, keywords: ['timeout'] })),
    }));
    const decoded = decodeFacts(encodeFacts({ ...facts, functions }));
    assert.deepEqual(decoded.functions[0]?.calls[0]?.keywords, ['timeout']);
  });

  it('are refused when they are damaged', () => {
    const bytes = encodeFacts(extractFacts(...sources[0]));
    assert.throws(() => decodeFacts(bytes.subarray(0, -1)));
    assert.throws(() => decodeFacts(bytes.subarray(0, 3)));
    assert.throws(() => decodeFacts(new Uint8Array([0, 0, 0, 2, 91, 93, 0])));
  });
});
