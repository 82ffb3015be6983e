import assert from 'node:assert/strict';
import { renderMarkdown } from '../../src/cli/markdown.ts';
import { ruleIds } from '../../src/model/finding.ts';
import { assertRefused, runCli } from '../support/run-cli.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';

describe('the command line', function () {
  this.timeout(60_000);
  after(removeProjects);

  it('explains every rule', async () => {
    const cwd = makeProject({});
    assert.equal((await runCli(cwd, ['explain'])).stdout, `${ruleIds.join('\n')}\n`);
    for (const rule of ruleIds) {
      const { code, stdout } = await runCli(cwd, ['explain', rule]);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith(rule));
      assert.doesNotMatch(stdout, /^#|^```|\p{Cc}\[/mu);
    }
    await assertRefused(cwd, ['explain', 'no-sync'], /no rule "no-sync"; the rules are blocking-io/);
  });

  it('explains a function, a file, or the function of a line', async () => {
    const cwd = makeProject({
      'src/app.js':
        "import fs from 'node:fs';\nexport async function handle() {\n  return fs.readFileSync('a');\n}\nclass A {\n  go() {}\n}\nclass B {\n  go() {}\n}\nexport { A, B };\n",
      'src/broken.js': 'function (',
    });
    const { code, stdout } = await runCli(cwd, ['explain', 'src/app.js:handle']);
    assert.equal(code, 0);
    assert.match(stdout, /^handle: concurrency\n/);
    assert.match(stdout, /line 3: `fs\.readFileSync` reads a whole file while the thread waits/);
    assert.match(stdout, /Now\n +Event loop █+\n/);
    assert.doesNotMatch(stdout, /^#|^```/m);
    assert.match((await runCli(cwd, ['explain', 'src/app.js:3', '--markdown'])).stdout, /^# handle: concurrency\n/);
    assert.match((await runCli(cwd, ['explain', 'src/app.js'])).stdout, /^app\.js: concurrency\n\n1 of 3 functions/);
    await assertRefused(cwd, ['explain', 'src/app.js:nothing'], /no function "nothing"/);
    await assertRefused(cwd, ['explain', 'src/app.js:go'], /several functions "go": A\.go \(src\/app\.js:6\), B\.go/);
    await assertRefused(cwd, ['explain', 'src/none.js:handle'], /none\.js: there is no such file/);
    await assertRefused(cwd, ['explain', 'src'], /src: it is no file/);
    await assertRefused(cwd, ['explain', 'src/broken.js:f'], /broken\.js cannot be read/);
  });

  it('explains and draws a file of another folder within its own package', async () => {
    const other = makeProject({
      'package.json': '{ "type": "module" }',
      'src/app.js': "import { read } from './read.js';\nexport async function handle() {\n  return read();\n}\n",
      'src/read.js': "import fs from 'node:fs';\nexport const read = () => fs.readFileSync('a');\n",
    });
    const cwd = makeProject({ 'own.js': '' });
    const { stdout } = await runCli(cwd, ['explain', `${other}/src/app.js:handle`]);
    assert.match(stdout, /\(certain; src\/app\.js:2\)/);
    assert.match(stdout, /Way: `read`\s+\(src\/app\.js:3\) → `fs\.readFileSync`\s+\(src\/read\.js:2\)/);
    assert.match((await runCli(cwd, ['graph', `${other}/src/app.js:handle`])).stdout, /read {2}src\/read\.js:2/);
  });

  it('explains what is named, although an audit leaves it out, or says why it cannot', async () => {
    const source = "import fs from 'node:fs';\nexport async function handle() {\n  return fs.readFileSync('a');\n}\n";
    const files = ['dist/app.js', 'test/app.test.js', 'ignored.js', 'excluded.js'];
    const cwd = makeProject({
      ...Object.fromEntries(files.map((file) => [file, source])),
      '.git/HEAD': '',
      '.gitignore': 'ignored.js\n',
      'loopwise.config.json': '{ "exclude": ["excluded.js"] }',
      'notes.txt': '',
    });
    for (const file of files.slice(0, 3)) {
      assert.match((await runCli(cwd, ['explain', `${file}:handle`])).stdout, /^handle: concurrency\n/, file);
    }
    await assertRefused(cwd, ['explain', 'excluded.js'], /excluded\.js is not analysed: excluded by the config/);
    await assertRefused(cwd, ['explain', 'notes.txt'], /notes\.txt is not analysed: not a JavaScript, TypeScript or/);
  });

  it('draws what a function blocks on', async () => {
    const cwd = makeProject({
      'src/app.js': "import { read } from './read.js';\nexport async function handle() {\n  read();\n}\n",
      'src/read.js':
        "import fs from 'node:fs';\nexport function read() {\n  return fs.readFileSync('a');\n}\nexport function add() {}\n",
    });
    const { code, stdout } = await runCli(cwd, ['graph', 'src/app.js:handle', '--engine', 'typescript']);
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^handle .*src\/app\.js:2\n└─ read .*src\/read\.js:2\n +└─ fs\.readFileSync .*reads a whole file\n$/,
    );
    assert.match((await runCli(cwd, ['graph', 'src/read.js:add'])).stdout, /nothing that blocks/);
    await assertRefused(cwd, ['graph', 'src/app.js:nothing'], /no function "nothing"/);
    await assertRefused(cwd, ['graph', 'src/none.js:handle'], /none\.js/);
    await assertRefused(cwd, ['graph', 'src/app.js'], /FILE:FUNCTION/);
  });

  it('helps, and tells its version', async () => {
    const cwd = makeProject({});
    const help = await runCli(cwd, ['--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /Examples:\n {2}loopwise audit/);
    assert.match((await runCli(cwd, ['audit', '--help'])).stdout, /Exit codes:/);
    assert.match((await runCli(cwd, ['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal((await runCli(cwd, [])).code, 2);
  });
});

describe('renderMarkdown', () => {
  it('joins and wraps paragraphs, indents code, and shows where links lead', () => {
    const source =
      '# Title\n\nA **bold** line\nand [a link](https://example.com).\n\n- an item that is\n  long enough\n\n```js\n# not a title\n```\n';
    assert.equal(
      renderMarkdown(source, false, 30),
      'Title\n\nA bold line and a link\n(https://example.com).\n\n- an item that is long enough\n\n    # not a title\n',
    );
    assert.notEqual(renderMarkdown(source, true), renderMarkdown(source, false));
  });
});
