import assert from 'node:assert/strict';
import type { Finding } from '../../src/model/finding.ts';
import { memorySession } from '../support/memory-host.ts';

const imports =
  "import fs from 'node:fs';\nimport { execSync } from 'node:child_process';\nimport http from 'node:http';\n";

async function analyse(code: string, publicFile?: string): Promise<readonly Finding[]> {
  const session = memorySession(new Map([['a.js', imports + code]]), {}, publicFile);
  return (await session.audit()).findings;
}

async function only(code: string): Promise<Finding> {
  const findings = await analyse(code);
  assert.equal(findings.length, 1, findings.map(({ message }) => message).join('\n'));
  return findings[0] as Finding;
}

describe('engine: the witness that is told', () => {
  it('is the one that costs most, not the nearest', async () => {
    const finding = await only(`
      function build() { fs.existsSync('x'); deeper(); }
      function deeper() { execSync('make'); }
      export async function run() { build(); }`);
    assert.equal(finding.operation.name, 'node:child_process.execSync');
    assert.equal(finding.path.length, 3);
  });

  it('is, of equal ones, the one with the fewest calls, then the first', async () => {
    const finding = await only(`
      function near() { fs.readFileSync('near'); }
      function far() { near(); }
      function both() { far(); near(); fs.writeFileSync('first'); fs.readFileSync('last'); }
      export async function run() { both(); }`);
    assert.equal(finding.path.at(-1)?.call, 'fs.writeFileSync');
  });

  it('is found through mutual recursion', async () => {
    const finding = await only(`
      function even(n) { return n === 0 || odd(n - 1); }
      function odd(n) { if (n < 0) fs.readFileSync('n'); return n !== 0 && even(n - 1); }
      export async function run() { return even(4); }`);
    assert.deepEqual(
      finding.path.map(({ call }) => call),
      ['even', 'odd', 'fs.readFileSync'],
    );
  });

  it('does not pass an asynchronous function on the way', async () => {
    const finding = await only(`
      async function load() { return fs.readFileSync('a'); }
      export async function run() { return load(); }`);
    assert.equal(finding.entry.name, 'load');
  });
});

describe('engine: how a function comes to run', () => {
  it('keeps start-up silent, until a handler calls the same function', async () => {
    const start = "async function load() { return fs.readFileSync('a'); }\nawait load();\n";
    assert.deepEqual(await analyse(start), []);
    const finding = await only(`${start}http.createServer((req, res) => load());`);
    assert.equal(finding.entry.name, 'load');
  });

  it('rates what a handler does by what it costs and how often', async () => {
    const rated = async (body: string): Promise<string[]> =>
      (await analyse(`http.createServer((req, res) => { ${body} });`)).map(({ severity }) => severity);
    assert.deepEqual(await rated("execSync('make');"), ['error']);
    assert.deepEqual(await rated("fs.readFileSync('a');"), ['warning']);
    assert.deepEqual(await rated('for (const name of names) fs.readFileSync(name);'), ['error']);
    assert.deepEqual(await rated("fs.existsSync('a');"), ['information']);
  });

  it('does not mix what callers hand to a helper', async () => {
    const finding = await only(`
      function timed(work) { return work(); }
      export async function good() { return timed(() => 1); }
      export async function bad() { return timed(() => fs.readFileSync('a')); }`);
    assert.equal(finding.entry.name, 'bad');
  });

  it('knows a file system that is handed over as a parameter', async () => {
    const finding = await only(`
      function load(files) { return files.readFileSync('a'); }
      export async function run() { return load(fs); }`);
    assert.equal(finding.operation.name, 'node:fs.readFileSync');
  });
});
