import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertRefused, auditJson, reads, runCli } from '../support/run-cli.ts';
import { addFiles, makeProject, removeProjects } from '../support/temp-project.ts';

function git(cwd: string, ...args: string[]): void {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...person, ...args], { cwd, stdio: 'pipe' });
}

const filesOf = ({ findings }: { readonly findings: readonly { readonly file: string }[] }) =>
  findings.map(({ file }) => file);

describe('--baseline', function () {
  this.timeout(60_000);
  after(removeProjects);

  it('reports what is new and what is fixed', async () => {
    const cwd = makeProject({ 'a.js': reads('load'), 'b.js': reads('load'), 'gone.js': reads('load') });
    const written = await runCli(cwd, ['audit', '--baseline', 'known.json', '--update-baseline']);
    assert.deepEqual(written, { code: 0, stdout: '', stderr: 'loopwise: known.json knows 3 findings now\n' });
    const quiet = await auditJson(cwd, '--baseline', 'known.json');
    assert.deepEqual([quiet.code, filesOf(quiet), quiet.baseline?.known], [0, [], 3]);

    rmSync(join(cwd, 'gone.js'));
    addFiles(cwd, { 'a.js': `// moved down\n${reads('load')}${reads('other').split('\n').slice(1).join('\n')}` });
    const changed = await auditJson(cwd, '--baseline', 'known.json');
    assert.deepEqual([changed.code, filesOf(changed), changed.baseline?.known], [1, ['a.js'], 2]);
    assert.deepEqual(
      changed.baseline?.fixed.map(({ file }) => file),
      ['gone.js'],
    );
  });

  it('knows as many findings as it counted, and no more', async () => {
    const twice = reads('load').replace('return', 'readFileSync(file); return');
    const cwd = makeProject({ 'a.js': twice });
    await runCli(cwd, ['audit', '--baseline', 'known.json', '--update-baseline']);
    addFiles(cwd, { 'a.js': twice.replace('return', 'readFileSync(file); return') });
    assert.equal((await auditJson(cwd, '--baseline', 'known.json')).findings.length, 1);
    addFiles(cwd, { 'a.js': reads('load') });
    assert.equal((await auditJson(cwd, '--baseline', 'known.json')).baseline?.fixed.length, 1);
  });

  it('neither reports as fixed nor forgets what was not looked at', async () => {
    const cwd = makeProject({ 'src/a.js': reads('load'), 'lib/b.js': reads('load') });
    await runCli(cwd, ['audit', '--baseline', 'known.json', '--update-baseline']);
    const before = readFileSync(join(cwd, 'known.json'), 'utf8');
    for (const part of [['src'], ['--rule', 'heavy-call']]) {
      assert.deepEqual((await auditJson(cwd, ...part, '--baseline', 'known.json')).baseline?.fixed, []);
      await runCli(cwd, ['audit', ...part, '--baseline', 'known.json', '--update-baseline']);
      assert.equal(readFileSync(join(cwd, 'known.json'), 'utf8'), before);
    }
  });
});

describe('--changed-since', function () {
  this.timeout(60_000);
  after(removeProjects);

  it('reports committed, edited and untracked changes, and what they do to other files', async () => {
    const caller = "import { help } from './helper.js';\nexport async function handle() {\n  help();\n}\n";
    const cwd = makeProject({
      'old.js': reads('load'),
      'caller.js': caller,
      'helper.js': 'export function help() {}\n',
    });
    git(cwd, 'init', '--quiet', '--initial-branch', 'main');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'one');
    assert.deepEqual(filesOf(await auditJson(cwd, '--changed-since', 'main')), []);
    git(cwd, 'switch', '--quiet', '-c', 'work');
    addFiles(cwd, { 'sub dir/größe.js': reads('load') });
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'two');
    writeFileSync(
      join(cwd, 'helper.js'),
      "import fs from 'node:fs';\nexport function help() {\n  fs.readFileSync('a');\n}\n",
    );
    addFiles(cwd, { 'new.js': reads('load') });

    const all = await auditJson(cwd, '--changed-since', 'main');
    assert.deepEqual(filesOf(all), ['caller.js', 'new.js', 'sub dir/größe.js']);
    assert.equal(all.scope, 'changed since main');
    assert.deepEqual(filesOf(await auditJson(join(cwd, 'sub dir'), '--changed-since', 'main')), ['größe.js']);
  });

  it('says what is missing: the revision, the repository, or git', async () => {
    const cwd = makeProject({ 'a.js': reads('load') });
    await assertRefused(cwd, ['audit', '--changed-since', 'main'], /needs a git repository/, {
      GIT_CEILING_DIRECTORIES: join(cwd, '..'),
    });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'one');
    await assertRefused(cwd, ['audit', '--changed-since', 'nowhere'], /revision "nowhere"/);
    await assertRefused(cwd, ['audit', '--changed-since=--all'], /revision "--all"/);
    await assertRefused(cwd, ['audit', '--changed-since', 'HEAD'], /git, which was not found/, { PATH: cwd });
  });
});
