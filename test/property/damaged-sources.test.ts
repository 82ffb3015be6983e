import fc from 'fast-check';
import { describe, it } from 'mocha';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import { assertWellFormed } from '../support/well-formed.ts';
import { realFiles } from '../support/real-files.ts';

const runs = Number(process.env['LOOPWISE_RUNS'] ?? 300);
const files = realFiles();
const small = files.filter(({ source }) => source.length < 6_000);
const paths = fc.constantFrom('a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.tsx', 'a.unknown', '');
const engines = fc.constantFrom('oxc' as const, 'typescript' as const);
const file = fc.constantFrom(...small);

const words = fc.constantFrom(
  ...'{}()[];,.:?!=<>+-*/%&|^~@#`\'"\\\n\r\t '.split(''),
  ...'=> ... ?. ?? ${ */ /* // <!-- --> </ /> <> 0 -0 1n 1e999 0x .5 "a" \'b\' `c` /d/ \u2028 \u{1f600} \ufeff #! \ud800'.split(
    ' ',
  ),
  ...'async await yield function* function class extends super this new return import export default from require'.split(
    ' ',
  ),
  ...'const let var if else for while do switch case break try catch finally throw typeof in of instanceof'.split(' '),
  ...'get set static constructor prototype __proto__ exports module type interface enum namespace as satisfies'.split(
    ' ',
  ),
  ...'a b fs readFileSync arguments eval undefined null hasOwnProperty toString valueOf'.split(' '),
);
const soup = fc.array(words, { maxLength: 200 }).map((list) => list.join(' '));
const tightSoup = fc.array(words, { maxLength: 200 }).map((list) => list.join(''));
const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array).toString('utf8'));
const units = fc.string({ unit: 'binary', maxLength: 1_000 });

const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(40),
  insert: fc.oneof(fc.constant(''), words, soup),
  from: fc.nat(),
});

/** Replaces pieces by nothing, by noise, or by a piece of the same text from elsewhere. */
function mutate(
  source: string,
  edits: readonly { at: number; length: number; insert: string; from: number }[],
): string {
  return edits.reduce((text, { at, length, insert, from }) => {
    const start = at % (text.length + 1);
    const copied = insert === '' ? text.slice(from % (text.length + 1)).slice(0, length * 3) : insert;
    return text.slice(0, start) + copied + text.slice(start + length);
  }, source);
}

function check(path: string, source: string, engine: 'oxc' | 'typescript'): void {
  assertWellFormed(extractFacts(path, source, { engine }), source);
}

describe('facts of any text', function () {
  this.timeout(240_000);

  it('are well formed for real files', () => {
    for (const { path, source } of files) check(path, source, 'oxc');
  });

  it('or a problem, for byte soup and token soup', () => {
    fc.assert(fc.property(paths, fc.oneof(bytes, units, soup, tightSoup), engines, check), { numRuns: runs * 5 });
  });

  it('or a problem, for files that end anywhere', () => {
    const cut = fc.tuple(file, fc.nat(), engines);
    fc.assert(
      fc.property(cut, ([{ path, source }, end, engine]) => check(path, source.slice(0, end % source.length), engine)),
      { numRuns: runs },
    );
  });

  it('or a problem, for files with random changes', () => {
    const changed = fc.tuple(file, fc.array(edit, { minLength: 1, maxLength: 6 }), engines);
    fc.assert(
      fc.property(changed, ([{ path, source }, edits, engine]) => check(path, mutate(source, edits), engine)),
      { numRuns: runs * 2 },
    );
  });
});
