import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditJson, assertRefused, reads, runCli, type JsonReport } from '../support/run-cli.ts';
import { addFiles, makeProject, removeProjects } from '../support/temp-project.ts';

describe('loopwise audit', function () {
  this.timeout(60_000);
  after(removeProjects);

  it('exits with 1 for findings at or over the bar, and with 0 below it', async () => {
    const cwd = makeProject({ 'a.js': reads('load') });
    const codeFor = async (...args: string[]) => (await runCli(cwd, ['audit', ...args])).code;
    assert.equal(await codeFor(), 1);
    assert.equal(await codeFor('--fail-on', 'error'), 0);
    assert.equal(await codeFor('--fail-on', 'never'), 0);
    assert.equal(await codeFor('--max-findings', '1'), 0);
    assert.equal(await codeFor('--rule', 'heavy-call', '--rule', 'blocking-sleep'), 0);
    addFiles(cwd, { 'loopwise.config.json': { failOn: 'error' } });
    assert.equal(await codeFor(), 0);
    assert.equal(await codeFor('--fail-on', 'hint'), 1);
  });

  it('leaves hints out unless they are asked for', async () => {
    const script = `#!/usr/bin/env node\nimport fs from 'node:fs';\nsetTimeout(() => fs.readFileSync('a'), 10);\n`;
    const cwd = makeProject({ 'a.mjs': script });
    const shown = await runCli(cwd, ['audit']);
    assert.match(shown.stdout, /Nothing found .*; 1 hint not shown \(--hints\)/);
    assert.match((await runCli(cwd, ['audit', '--hints'])).stdout, /readFileSync/);
    assert.equal((await runCli(cwd, ['audit', '--fail-on', 'hint'])).code, 1);
  });

  it('reports ten of the places that lead to one operation, and all when told', async () => {
    const uses = Array.from({ length: 13 }, (_, index) => `export async function f${index}() { return read(); }`);
    const cwd = makeProject({
      'a.mjs': `import fs from 'node:fs';\nconst read = () => fs.readFileSync('a');\n${uses.join('\n')}\n`,
    });
    const shown = await auditJson(cwd);
    assert.equal(shown.findings.length, 10);
    assert.ok(shown.findings.every(({ notes }) => notes.includes('3 more places lead there')));
    assert.equal((await auditJson(cwd, '--all-places')).findings.length, 13);
  });

  it('refuses what it cannot do in one line, and exits with 2', async () => {
    const cwd = makeProject({ 'a.js': reads('load'), 'broken.json': '{', 'bad.json': { rulez: 1 } });
    await assertRefused(cwd, ['audit', 'nowhere'], /nowhere/);
    await assertRefused(cwd, ['audit', '--fromat', 'json'], /unknown option '--fromat'.*--format/);
    await assertRefused(cwd, ['audit', '--format', 'xml'], /sarif/);
    await assertRefused(cwd, ['audit', '--rule', 'no-sync'], /blocking-io, blocking-sleep, heavy-call/);
    await assertRefused(cwd, ['audit', '--max-findings', '-1'], /whole number/);
    await assertRefused(cwd, ['audit', '--baseline', 'none.json'], /does not exist; --update-baseline/);
    await assertRefused(cwd, ['audit', '--baseline', 'broken.json'], /not JSON/);
    await assertRefused(cwd, ['audit', '--update-baseline'], /needs --baseline/);
    await assertRefused(cwd, ['audit', '--config', 'bad.json'], /bad\.json:1:2: unknown key "rulez"/);
    await assertRefused(cwd, ['audit', '--config', 'none.json'], /none\.json/);
    await assertRefused(cwd, ['audit', '--cache-dir', 'broken.json'], /--cache-dir broken\.json: EEXIST/);
    await assertRefused(
      cwd,
      ['audit', '--cache-dir', 'broken.json/deeper'],
      /--cache-dir broken\.json\/deeper: ENOTDIR/,
    );
    // There Node.js's own way of making folders never ends.
    if (existsSync('/proc/self')) await assertRefused(cwd, ['audit', '--cache-dir', '/proc/none/deeper'], /ENOENT/);
    await assertRefused(cwd, ['adit'], /unknown command 'adit'.*audit/);
  });

  it('takes a run that analysed nothing for a failure, in every format', async () => {
    const cwd = makeProject({ 'README.md': 'text', 'bad.js': 'function (' });
    for (const args of [[], ['--format', 'sarif'], ['--format', 'json'], ['--fail-on', 'never'], ['bad.js']]) {
      const { code, stderr } = await runCli(cwd, ['audit', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, /^loopwise: nothing was analysed \(bad\.js: .+\)\n$/);
    }
  });

  it('prints a plain report to a pipe, colours when told, and shows no progress', async () => {
    const cwd = makeProject({ 'a.js': reads('load') });
    const plain = await runCli(cwd, ['audit']);
    assert.match(plain.stdout, /a\.js\n +3:10 +warning/);
    assert.match(plain.stdout, /3 │ return readFileSync\(file\);\n +│ {8}\^{12}\n/);
    assert.ok(!plain.stdout.includes('\u001b'));
    assert.equal(plain.stderr, '');
    assert.ok((await runCli(cwd, ['audit', '--color'])).stdout.includes('\u001b'));
    assert.ok(!(await runCli(cwd, ['audit', '--no-color'], { env: { FORCE_COLOR: '1' } })).stdout.includes('\u001b'));
  });

  it('writes a report to a file, with folders, and says where', async () => {
    const cwd = makeProject({ 'a.js': reads('load') });
    const { code, stderr, stdout } = await runCli(cwd, ['audit', '-f', 'html', '-o', 'out/report.html']);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 1, stdout: '', stderr: 'loopwise: the report is in out/report.html\n' },
    );
    assert.match(readFileSync(join(cwd, 'out/report.html'), 'utf8'), /charts-css[^]*readFileSync/);
    const { stdout: annotations } = await runCli(join(cwd), ['audit', '-f', 'github'], {
      env: { GITHUB_WORKSPACE: join(cwd, '..') },
    });
    assert.match(annotations, new RegExp(`^::warning file=${cwd.split('/').at(-1) ?? ''}/a\\.js,line=3,`));
  });

  it('adds statistics when asked, and leaves a cache where it is told', async () => {
    const cwd = makeProject({ 'a.js': reads('load') });
    assert.equal((await auditJson(cwd)).stats, undefined);
    assert.ok((await auditJson(cwd, '--stats', '--threads', '0', '--engine', 'typescript')).stats);
    assert.ok(!existsSync(join(cwd, 'node_modules')));
  });

  it('survives a reader that goes away', async () => {
    const cwd = makeProject(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}.js`, reads('load')])));
    const whole = await runCli(cwd, ['audit', '--format', 'json']);
    assert.equal((JSON.parse(whole.stdout) as JsonReport).findings.length, 200);
    const cut = await runCli(cwd, ['audit', '--format', 'json'], { closeEarly: true });
    assert.ok(cut.stdout.length < whole.stdout.length);
    assert.equal(cut.stderr, '');
  });
});
