import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sessionOver } from '../support/analyse.ts';

const read = "fs.readFileSync('x');";
const fs = "import fs from 'node:fs';\n";

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function files(count: number, source: (index: number) => string): [string, string][] {
  return Array.from({ length: count }, (_, index) => [`f${index}.mjs`, source(index)]);
}

/** Programs that would take an analysis through every path, or its stack through every step. */
const programs: Record<string, { sources: [string, string][]; findings: number }> = {
  'a chain of calls': {
    sources: [
      [
        'a.mjs',
        `${fs}${repeat(3000, (i) => `function f${i}() { f${i + 1}(); }`)}
        function f3000() { ${read} } export async function entry() { f0(); }`,
      ],
    ],
    findings: 1,
  },
  'two calls on each level': {
    sources: [
      [
        'a.mjs',
        `${fs}${repeat(3000, (i) => `function f${i}() { f${i + 1}(); f${Math.min(3000, i + 2)}(); }`)}
        function f3000() { ${read} } export async function entry() { f0(); }`,
      ],
    ],
    findings: 1,
  },
  'files in a row': {
    sources: [
      ...files(
        400,
        (i) => `import { go as next } from './f${i + 1}.mjs'; export function go() { next(); }
        export async function entry() { go(); }`,
      ),
      ['f400.mjs', `${fs}export function go() { ${read} }`],
    ],
    findings: 400,
  },
  're-exports in a row': {
    sources: [
      ...files(500, (i) => `export * from './f${i + 1}.mjs'; export { last as last${i} } from './f${i + 1}.mjs';`),
      ['f500.mjs', `${fs}export function last() { ${read} }`],
      ['main.mjs', `import { last, last0 } from './f0.mjs'; export async function entry() { last(); last0(); }`],
    ],
    findings: 2,
  },
  'superclasses in a row': {
    sources: [
      [
        'a.mjs',
        `${fs}class C0 { read() { ${read} } }
        ${repeat(3000, (i) => `class C${i + 1} extends C${i} { m${i}() { this.read(); } }`)}
        export async function entry() { new C50().read(); new C3000().read(); }`,
      ],
    ],
    findings: 1,
  },
  'functions handed on in a row': {
    sources: [
      [
        'a.mjs',
        `${fs}function f0(x) { x('a'); }
        ${repeat(1000, (i) => `function f${i + 1}(x) { f${i}(x); }`)}
        export async function entry() { f50(fs.readFileSync); }`,
      ],
    ],
    findings: 1,
  },
  'everything calls everything': {
    sources: [
      [
        'a.mjs',
        `${fs}${repeat(500, (i) => {
          const calls = Array.from({ length: 12 }, (_, j) => `f${(i * 7 + j * 131) % 500}(f${(i + j) % 500});`);
          return `function f${i}(g) { ${calls.join(' ')} g(); }`;
        })}
        export async function entry() { f0(() => { ${read} }); }`,
      ],
    ],
    findings: 1,
  },
  'one helper for all': {
    sources: [
      ['helper.mjs', 'export function each(list, visit) { list.forEach(visit); visit(); }'],
      ...files(
        50,
        () => `${fs}import { each } from './helper.mjs';
        ${repeat(20, (i) => `export async function entry${i}() { each([], () => fs.statSync('${i}')); }`)}`,
      ),
    ],
    findings: 1000,
  },
};

describe('large programs', function () {
  this.timeout(120_000);
  for (const [name, { sources, findings }] of Object.entries(programs)) {
    it(name, async () => {
      const report = await sessionOver(new Map(sources)).audit();
      assert.deepEqual(report.skipped, []);
      assert.equal(report.findings.length, findings);
    });
  }
});
