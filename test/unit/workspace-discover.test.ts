import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discover, type DiscoverOptions } from '../../src/workspace/discover.ts';
import { whyLeftOut } from '../../src/workspace/left-out.ts';
import { addFiles, makeProject, removeProjects } from '../support/temp-project.ts';

/** A project of empty files. */
function project(...files: string[]): string {
  return makeProject(Object.fromEntries(files.map((file) => [file, ''])));
}

async function filesOf(root: string, options?: DiscoverOptions): Promise<readonly string[]> {
  return (await discover(root, options)).files;
}

describe('workspace: discovery', () => {
  after(removeProjects);

  it('finds the source files of a project, sorted, and nothing else', async () => {
    const sources = ['a.js', 'b.cjs', 'c.mjs', 'd.jsx', 'e.ts', 'f.cts', 'g.mts', 'h.tsx', 'odd name ß [x].ts'];
    const others = [
      'i.d.ts',
      'i.d.mts',
      'i.d.css.ts',
      'i.json',
      'i.ts.snap',
      'node_modules/m/index.js',
      '.git/hook.js',
    ];
    const root = project(...[...sources, ...others].reverse());
    assert.deepEqual(await filesOf(root), [...sources].sort());
  });

  it('leaves out builds, tests and tooling by default', async () => {
    const product = [
      'examples/server.js',
      'packages/tools/index.ts',
      'src/app.config.ts',
      'src/latest.ts',
      'src/tools/read-file.ts',
      'src/vendor/list.ts',
    ];
    const tests = ['e2e/a.ts', 'src/a.spec.ts', 'src/__mocks__/fs.js', 'src/b_test.js', 'test/a.js'];
    const tooling = ['.eslintrc.js', 'benchmarks/a.js', 'scripts/release.js', 'vite.config.ts', 'webpack.prod.js'];
    const output = ['.next/server.js', 'coverage/x.js', 'dist/a.js', 'lib.min.js', 'out/a.js', 'vendor/jquery.js'];
    const root = project(...product, ...tests, ...tooling, ...output);
    const { files, leftOut } = await discover(root);
    assert.deepEqual(files, product);
    assert.deepEqual([...leftOut.keys()].sort(), ['output', 'tests', 'tooling']);
    assert.deepEqual(await filesOf(root, { includeTests: true }), [...product, ...tests].sort());
    assert.deepEqual(await filesOf(root, { includeTooling: true }), [...product, ...tooling].sort());
  });

  it('leaves out what a compiler made of the TypeScript beside it', async () => {
    const map = '//# sourceMappingURL=a.js.map\n';
    const commonjs = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n';
    const root = makeProject({
      'a.js': map,
      'a.ts': '',
      'b.js': commonjs,
      'b.tsx': '',
      'by-hand.js': 'module.exports = 1;\n',
      'by-hand.ts': '',
      'c.mjs': map,
      'c.ts': '',
      'd.js': commonjs,
    });
    const { files, leftOut } = await discover(root);
    assert.deepEqual(files, ['a.ts', 'b.tsx', 'by-hand.js', 'by-hand.ts', 'c.mjs', 'c.ts', 'd.js']);
    assert.deepEqual(leftOut.get('output'), ['a.js', 'b.js']);
    assert.deepEqual(await filesOf(root, { paths: ['a.js', 'b.js'] }), ['a.js', 'b.js'], 'named files are wanted');
    assert.match((await whyLeftOut(root, join(root, 'a.js'), {})) ?? '', /compiler/);
  });

  it('takes what is named, although the defaults leave it out', async () => {
    const root = project('test/a.js', 'test/__mocks__/b.js', 'dist/c.js', 'src/d.test.ts', 'src/d.ts', 'notes.txt');
    assert.deepEqual(await filesOf(root, { paths: ['test'] }), ['test/__mocks__/b.js', 'test/a.js']);
    assert.deepEqual(await filesOf(root, { paths: ['dist', './dist/c.js'] }), ['dist/c.js']);
    assert.deepEqual(await filesOf(root, { paths: ['src/d.test.ts'] }), ['src/d.test.ts']);
    assert.deepEqual(await filesOf(root, { paths: ['src/*.ts'] }), ['src/d.ts']);
    assert.deepEqual(await filesOf(root, { paths: ['**/*.test.ts'] }), ['src/d.test.ts']);
    const result = await discover(root, { paths: ['notes.txt', 'nowhere', 'lib/*.js'] });
    assert.deepEqual(result.skipped, [
      { file: 'notes.txt', reason: 'not a JavaScript, TypeScript or Python source file' },
    ]);
    assert.deepEqual(result.missing, ['nowhere', 'lib/*.js']);
  });

  it('knows the packages that what is named belongs to', async () => {
    const root = project('package.json', 'src/a.js', 'packages/one/package.json', 'packages/one/src/b.js');
    const named = async (...paths: string[]) => (await discover(root, { paths })).packageFolders;
    assert.deepEqual(await named('src'), ['']);
    assert.deepEqual(await named('packages/one/src/b.js'), ['', 'packages/one']);
    assert.deepEqual(await named('packages/*/src/*.js'), ['', 'packages/one']);
  });

  it('honours ignore files, the inner ones first, and the outer ones of the repository', async () => {
    const root = project('gen/a.js', 'keep/gen/b.js', 'sub/gen/c.js', 'sub/d.js', 'sub/e.local.js', 'f.js');
    mkdirSync(join(root, '.git'));
    addFiles(root, { '.gitignore': '\uFEFFgen/\n*.local.js\n!keep/gen/\n', 'sub/.gitignore': '!e.local.js\nd.js\n' });
    assert.deepEqual(await filesOf(root), ['f.js', 'keep/gen/b.js', 'sub/e.local.js']);
    assert.deepEqual(await filesOf(join(root, 'sub')), ['e.local.js']);
    assert.deepEqual(await filesOf(root, { paths: ['gen'] }), ['gen/a.js'], 'a named folder is wanted');
    assert.deepEqual(await filesOf(root, { paths: ['sub/d.js'] }), ['sub/d.js'], 'a named file is wanted');
  });

  it('excludes what the config says, even when it is named', async () => {
    const root = project('src/a.gen.ts', 'src/keep.gen.ts', 'legacy/b.ts', 'src/c.ts');
    const exclude = { folder: root, patterns: ['*.gen.ts', '!keep.gen.ts', '/legacy'] };
    assert.deepEqual(await filesOf(root, { exclude }), ['src/c.ts', 'src/keep.gen.ts']);
    assert.deepEqual(await filesOf(root, { exclude, paths: ['legacy/b.ts', 'legacy'] }), []);
  });

  it('says why a file is left out', async () => {
    const root = project('.git/HEAD', 'src/a.ts', 'src/local/b.ts', 'legacy/b.ts');
    writeFileSync(join(root, 'src', '.gitignore'), 'local\n');
    const exclude = { folder: root, patterns: ['legacy'] };
    const why = (file: string, options = {}): Promise<string | undefined> =>
      whyLeftOut(root, join(root, file), { exclude, ...options });
    assert.equal(await why('src/a.ts'), undefined);
    assert.match((await why('test/deep/a.ts')) ?? '', /tests/);
    assert.match((await why('src/a.test.ts')) ?? '', /tests/);
    assert.equal(await why('src/a.test.ts', { includeTests: true }), undefined);
    assert.match((await why('vite.config.ts')) ?? '', /tooling/);
    assert.match((await why('dist/a.js')) ?? '', /build/);
    assert.match((await why('node_modules/a/index.js')) ?? '', /installed package/);
    assert.match((await why('src/local/b.ts')) ?? '', /gitignore/);
    assert.match((await why('legacy/b.ts')) ?? '', /"exclude"/);
    assert.match((await why('src/types.d.ts')) ?? '', /no code/);
    assert.match((await why('src/a.ts', { paths: ['lib'] })) ?? '', /"include"/);
  });

  it('survives links in a circle and to nowhere', async () => {
    const root = project('src/a.ts');
    symlinkSync(root, join(root, 'src', 'loop'));
    symlinkSync(join(root, 'gone'), join(root, 'src', 'broken.ts'));
    assert.deepEqual(await filesOf(root), ['src/a.ts']);
    assert.deepEqual(await filesOf(root, { paths: ['src/loop/src'] }), ['src/loop/src/a.ts']);
  });
});
