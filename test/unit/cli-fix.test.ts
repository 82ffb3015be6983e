import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { reads, runCli } from '../support/run-cli.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';

describe('loopwise fix', function () {
  this.timeout(60_000);
  after(removeProjects);

  const files = {
    'package.json': { name: 'p', type: 'module', private: true },
    'src/a.js': `\uFEFF${reads('a')}`,
    'src/b.js': `import { helper } from './helper.js';\nexport async function b() {\n  return helper();\n}\n`,
    'src/helper.js': `import { readFileSync } from 'node:fs';\nexport function helper() {\n  return readFileSync('x');\n}\n`,
    'test/helper.test.js': `import { helper } from '../src/helper.js';\nit('reads', () => {\n  helper();\n});\n`,
  };

  it('prints a diff and writes nothing', async () => {
    const root = makeProject(files);
    const { code, stdout, stderr } = await runCli(root, ['fix', '--dry-run', '--no-cache']);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^--- a\/src\/a\.js\n\+\+\+ b\/src\/a\.js\n@@ /m);
    assert.match(stdout, /^- {2}return readFileSync\(file\);\n\+ {2}return await readFile\(file\);$/m);
    assert.doesNotMatch(stdout, /helper/);
    assert.match(stderr, /1 rewrite would be applied in 1 file\n1 more rewrite with --unsafe/);
    assert.equal(readFileSync(join(root, 'src/a.js'), 'utf8'), files['src/a.js']);
  });

  it('writes, tests included, and has nothing to do then', async () => {
    const root = makeProject(files);
    const { code, stderr } = await runCli(root, ['fix', '--unsafe', '--no-cache', 'src']);
    assert.equal(code, 0, stderr);
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    assert.match(read('src/a.js'), /^\uFEFFimport \{ readFile \} from 'node:fs\/promises';\n/);
    assert.match(read('src/helper.js'), /export async function helper\(\) \{\n {2}return await readFile\('x'\);/);
    assert.match(read('src/b.js'), /return await helper\(\);/);
    assert.match(read('test/helper.test.js'), /async \(\) => \{\n {2}await helper\(\);/);
    const again = await runCli(root, ['fix', '--dry-run', '--unsafe', '--no-cache']);
    assert.equal(again.stdout, '');
    const audit = await runCli(root, ['audit', '--no-cache']);
    assert.equal(audit.code, 0, audit.stdout);
  });

  it('finds what an audit without tests finds, where only tests call', async () => {
    const timer = `const { readFileSync } = require('fs');\nexports.watch = () => {\n  setTimeout(() => readFileSync('x'), 10);\n};\n`;
    const root = makeProject({
      'package.json': { name: 'p', private: true },
      'timer.js': timer,
      'test/timer.test.js': `const { watch } = require('../timer');\nit('watches', () => watch());\n`,
    });
    const { stdout } = await runCli(root, ['fix', '--dry-run', '--unsafe', '--no-cache']);
    assert.match(stdout, /^\+ {2}setTimeout\(async \(\) => await .*readFile\('x'\), 10\);$/m);
  });

  it('leaves what tests would not go through with, and says where they show it', async () => {
    const root = makeProject({
      'package.json': { name: 'p', private: true },
      'timer.js': `const fs = require('fs');\nexports.watch = () => {\n  setTimeout(() => fs.writeFileSync('x', ''), 10);\n};\n`,
      'test/timer.test.js': `const fs = require('fs');\nconst { stub } = require('sinon');\nconst { watch } = require('../timer');\nit('watches', () => {\n  stub(fs, 'writeFileSync');\n  watch();\n});\n`,
    });
    const { stdout, stderr } = await runCli(root, ['fix', '--dry-run', '--unsafe', '--no-cache']);
    assert.equal(stdout, '');
    assert.match(
      stderr,
      /timer\.js:3 {2}left, since tests have to change with it: test\/timer\.test\.js:5 puts something/,
    );
  });

  it('says what it leaves, and why', async () => {
    const text = `import { readFileSync } from 'node:fs';\nclass C { constructor() { this.x = readFileSync('x'); } }\nexport async function f() {\n  return new C();\n}\n`;
    const root = makeProject({ 'package.json': { type: 'module', private: true }, 'c.js': text });
    const { code, stdout, stderr } = await runCli(root, ['fix', '--dry-run', '--unsafe', '--no-cache']);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
    assert.match(stderr, /1 left: constructor/);
  });

  it('leaves files in other encodings alone, and goes on', async () => {
    const latin = Buffer.from(`// caf\u00e9\n${reads('latin')}`, 'latin1');
    const root = makeProject({
      'package.json': { type: 'module', private: true },
      'a.js': reads('a'),
      'latin.js': latin,
    });
    const { code, stderr } = await runCli(root, ['fix', '--no-cache']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /1 rewrite applied in 1 file\n {2}1 left: not readable/);
    assert.deepEqual(readFileSync(join(root, 'latin.js')), latin);
  });
});
