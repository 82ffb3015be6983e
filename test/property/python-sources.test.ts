import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { extractFacts } from '../../src/languages/python/extract.ts';
import { loadGrammar } from '../../src/languages/python/parse.ts';
import { decodeFacts } from '../../src/model/codec/decode.ts';
import { encodeFacts } from '../../src/model/codec/encode.ts';
import { pythonFiles } from '../support/python-files.ts';
import { assertWellFormed } from '../support/well-formed.ts';

const runs = Number(process.env['LOOPWISE_RUNS'] ?? 300);
const files = pythonFiles();
const file = fc.constantFrom(...files);

const words = fc.constantFrom(
  ...'()[]{},.:;=<>+-*/%&|^~@#`\'"\\\n\r\t '.split(''),
  ...'\n  \n    """ \'\'\' f" {x} := -> ** // == != ... 0x 1e9 1_0 5j b"" \u2028 \u{1f600} \ufeff \ud800'.split(' '),
  ...'def class async await lambda return yield from import as with for while if elif else try except finally'.split(
    ' ',
  ),
  ...'match case _ global nonlocal del pass raise in is not and or None True False self cls super print exec type'.split(
    ' ',
  ),
  ...'a b time sleep functools partial cast getattr property staticmethod __init__ __enter__ constructor'.split(' '),
);
const soup = fc.array(words, { maxLength: 200 }).map((list) => list.join(' '));
const tightSoup = fc.array(words, { maxLength: 200 }).map((list) => list.join(''));
const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array).toString('utf8'));
const units = fc.string({ unit: 'binary', maxLength: 1_000 });

const edit = fc.record({ at: fc.nat(), length: fc.nat(40), insert: fc.oneof(fc.constant(''), words, soup) });

function check(source: string): void {
  const facts = extractFacts('a.py', source);
  assertWellFormed(facts, source);
}

/** Programs that nest one construct `depth` times. */
function deepSources(depth: number): Readonly<Record<string, string>> {
  const wrap = (open: string, inner: string, close: string) => open.repeat(depth) + inner + close.repeat(depth);
  const indented = (line: string) =>
    Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}${line}\n`).join('') +
    `${' '.repeat(depth)}pass\n`;
  return {
    parentheses: `x = ${wrap('(', '1', ')')}`,
    'unclosed parentheses': '('.repeat(depth),
    lists: `x = ${wrap('[', '1', ']')}`,
    dictionaries: `x = ${wrap('{1:', '1', '}')}`,
    calls: wrap('f(', '1', ')'),
    'call chain': `a${'.b()'.repeat(depth)}`,
    'index chain': `a${'[0]'.repeat(depth)}`,
    'plus chain': `x = 1${' + 1'.repeat(depth)}`,
    'text chain': `x = (${'"a"\n'.repeat(depth)})`,
    'and chain': `x = a${' and a'.repeat(depth)}`,
    not: `x = ${'not '.repeat(depth)}a`,
    conditionals: `x = ${'a if b else '.repeat(depth)}c`,
    lambdas: `x = ${'lambda: '.repeat(depth)}1`,
    assignments: `${'a = '.repeat(depth)}1`,
    elif: `if a: b()\n${'elif a: b()\n'.repeat(depth)}`,
    decorators: `${'@f(1)\n'.repeat(depth)}def g(): pass\n`,
    annotations: `x: ${wrap('Optional[', 'int', ']')} = 1`,
    ...(depth <= 2_000 && {
      functions: indented('def f():'),
      classes: indented('class A:'),
      blocks: indented('if a:'),
      loops: indented('for a in b:'),
    }),
  };
}

describe('facts of any Python text', function () {
  this.timeout(240_000);
  before(loadGrammar);

  it('are well formed for real files', () => {
    assert.ok(files.length > 10);
    for (const { source } of files) {
      check(source);
      const facts = extractFacts('a.py', source);
      const decoded = decodeFacts(encodeFacts(facts));
      assert.deepEqual(JSON.parse(JSON.stringify(decoded)), JSON.parse(JSON.stringify(facts)));
    }
  });

  it('or a problem, for byte soup and token soup', () => {
    fc.assert(fc.property(fc.oneof(bytes, units, soup, tightSoup), check), { numRuns: runs * 5 });
  });

  it('or a problem, for files that end anywhere or are changed anywhere', () => {
    const changed = fc.tuple(file, fc.nat(), fc.array(edit, { maxLength: 4 }));
    const mutated = ([{ source }, end, edits]: [
      (typeof files)[0],
      number,
      readonly { at: number; length: number; insert: string }[],
    ]) =>
      edits.reduce(
        (text, { at, length, insert }) => {
          const start = at % (text.length + 1);
          return text.slice(0, start) + insert + text.slice(start + length);
        },
        edits.length === 0 ? source.slice(0, end % (source.length + 1)) : source,
      );
    fc.assert(fc.property(changed.map(mutated), check), { numRuns: runs * 2 });
  });

  it('or a problem, for what nests deeply, and other files are read after it', () => {
    for (const depth of [100, 1_000, 10_000]) {
      for (const [name, source] of Object.entries(deepSources(depth))) {
        const { problem } = extractFacts('a.py', source);
        assert.match(problem?.kind ?? 'facts', /^(?:facts|syntax|too-deep)$/, name);
        assert.equal(extractFacts('b.py', 'def f(): g()\n').functions.length, 2, `after ${depth} ${name}`);
      }
    }
  });
});
