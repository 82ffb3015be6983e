import assert from 'node:assert/strict';
import { discover } from '../../src/workspace/discover.ts';
import { packageOf, readPackages } from '../../src/workspace/packages.ts';
import { createResolver } from '../../src/workspace/resolve.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';

type Files = Parameters<typeof makeProject>[0];

/** Resolves in a project; a file is its path, a package `<name>`, else null. */
async function resolverOf(files: Files): Promise<(from: string, specifier: string) => string | null> {
  const root = makeProject(files);
  const found = await discover(root);
  const known = new Set(found.files);
  const packages = await readPackages(root, found.packageFolders, known);
  const resolve = createResolver({ root, files: known, packages });
  return (from, specifier) => {
    const answer = resolve(from, specifier);
    if (answer.kind === 'unresolved') return null;
    return answer.kind === 'file' ? answer.path : `<${answer.name}>`;
  };
}

describe('workspace: module resolution', () => {
  after(removeProjects);

  it('finds relative files with and without extension, index files and mains', async () => {
    const resolve = await resolverOf({
      'package.json': { name: 'app', main: './dist/main.js' },
      'src/main.ts': '',
      'src/a.ts': '',
      'src/b.js': '',
      'src/c.mts': '',
      'src/both.ts': '',
      'src/both.js': '',
      'src/dir/index.tsx': '',
      'src/data.json': {},
      'src/d.test.ts': '',
    });
    assert.equal(resolve('src/main.ts', './a'), 'src/a.ts');
    assert.equal(resolve('src/main.ts', './a.js'), 'src/a.ts');
    assert.equal(resolve('src/main.ts', './c.mjs'), 'src/c.mts');
    assert.equal(resolve('src/main.ts', './both'), 'src/both.ts');
    assert.equal(resolve('src/main.ts', './both.js'), 'src/both.ts');
    assert.equal(resolve('src/b.js', './both.js'), 'src/both.js');
    assert.equal(resolve('src/b.js', './both'), 'src/both.js');
    assert.equal(resolve('src/main.ts', './dir'), 'src/dir/index.tsx');
    assert.equal(resolve('src/dir/index.tsx', '.'), 'src/dir/index.tsx');
    assert.equal(resolve('src/dir/index.tsx', '../..'), 'src/main.ts');
    assert.equal(resolve('src/dir/index.tsx', '../../dist/a.js'), 'src/a.ts', 'not built');
    assert.equal(resolve('src/main.ts', './d.test'), 'src/d.test.ts', 'not among the analysed files, but there');
    for (const nothing of ['./data.json', './gone', '../../outside', './a.css', 'https://x.y/z.js', '']) {
      assert.equal(resolve('src/main.ts', nothing), null, nothing);
    }
  });

  it('leaves built-in modules and libraries as they are written', async () => {
    const resolve = await resolverOf({
      'a.ts': '',
      'fs.ts': '',
      'node_modules/express/index.js': '',
      'node_modules/express/package.json': { name: 'express', main: 'index.js' },
    });
    assert.equal(resolve('a.ts', 'npm:express@4/lib/router'), '<express/lib/router>');
    assert.equal(resolve('a.ts', 'npm:@scope/x@^1.2'), '<@scope/x>');
    for (const name of ['fs', 'node:fs', 'fs/promises', 'express', 'express/lib/router', '@scope/x/y', 'unknown']) {
      assert.equal(resolve('a.ts', name), `<${name}>`);
    }
  });

  it('follows tsconfig paths through extends and references, and baseUrl', async () => {
    const resolve = await resolverOf({
      'tsconfig.base.json':
        '{ /* shared */ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src"], "exact": ["libs/x/src/only.ts"], }, } }',
      'libs/x/src/index.ts': '',
      'libs/x/src/only.ts': '',
      'app/tsconfig.json': { extends: '../tsconfig.base' },
      'app/main.ts': '',
      'web/tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'web/tsconfig.app.json': { compilerOptions: { paths: { '~ui/*': ['${configDir}/ui/*'] } } },
      'web/main.ts': '',
      'web/ui/button.tsx': '',
      'api/tsconfig.json': { compilerOptions: { baseUrl: '.' } },
      'api/src/db.ts': '',
      'api/main.ts': '',
      'plain/src/deep/main.ts': '',
      'plain/src/util.ts': '',
      'broken/tsconfig.json': '{ "extends": "./tsconfig.json", "compilerOptions": ',
      'broken/main.ts': '',
    });
    assert.equal(resolve('app/main.ts', '@lib/x'), 'libs/x/src/index.ts');
    assert.equal(resolve('app/main.ts', 'exact'), 'libs/x/src/only.ts');
    assert.equal(resolve('app/main.ts', 'exactly'), '<exactly>');
    assert.equal(resolve('app/main.ts', '@lib/gone'), '<@lib/gone>');
    assert.equal(resolve('web/main.ts', '~ui/button'), 'web/ui/button.tsx');
    assert.equal(resolve('api/main.ts', 'src/db'), 'api/src/db.ts');
    assert.equal(resolve('plain/src/deep/main.ts', '@/util'), 'plain/src/util.ts');
    assert.equal(resolve('broken/main.ts', 'x'), '<x>');
  });

  it('finds packages of the repository that are neither installed nor built', async () => {
    const resolve = await resolverOf({
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/core/package.json': {
        name: '@acme/core',
        version: '2.1.0',
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.js' },
          './feature/*': './dist/features/*.js',
        },
        imports: { '#db': { default: './dist/db.js' }, '#lib': 'lodash' },
      },
      'packages/core/src/index.ts': '',
      'packages/core/src/db.ts': '',
      'packages/core/src/features/a.ts': '',
      'packages/app/package.json': {
        name: 'app',
        dependencies: { '@acme/core': 'workspace:*', express: '^4.0.0', old: '^1.0.0' },
      },
      'packages/app/main.ts': '',
      'packages/old/package.json': { name: 'old', version: '2.0.0', main: 'index.js' },
      'packages/old/index.js': '',
      'forks/express/package.json': { name: 'express', version: '5.0.0', main: 'index.js' },
      'forks/express/index.js': '',
      'packages/broken/package.json': '{ "name": ',
      'packages/broken/a.ts': '',
    });
    assert.equal(resolve('packages/app/main.ts', '@acme/core'), 'packages/core/src/index.ts');
    assert.equal(resolve('packages/app/main.ts', '@acme/core/feature/a'), 'packages/core/src/features/a.ts');
    assert.equal(resolve('packages/app/main.ts', '@acme/core/gone'), '<@acme/core/gone>');
    assert.equal(resolve('packages/core/src/index.ts', '@acme/core/feature/a'), 'packages/core/src/features/a.ts');
    assert.equal(resolve('packages/core/src/index.ts', '#db'), 'packages/core/src/db.ts');
    assert.equal(resolve('packages/core/src/index.ts', '#lib'), '<lodash>');
    assert.equal(resolve('packages/core/src/index.ts', '#gone'), null);
    assert.equal(
      resolve('packages/app/main.ts', 'express'),
      '<express>',
      'another major version comes from the registry',
    );
    assert.equal(resolve('packages/app/main.ts', 'old'), '<old>');
    assert.equal(resolve('packages/broken/a.ts', '@acme/core'), 'packages/core/src/index.ts');
  });

  it('knows scripts, entry points and dependencies of a package', async () => {
    const root = makeProject({
      'package.json': {
        name: 'tool',
        bin: { tool: './bin/tool.js' },
        main: './dist/index.js',
        exports: { '.': { import: './dist/index.js' }, './sub': './sub.js' },
        dependencies: { a: '1' },
        devDependencies: { b: '2' },
      },
      'bin/tool.js': '',
      'src/index.ts': '',
      'sub.js': '',
      'inner/package.json': '[]',
      'inner/x.ts': '',
    });
    const { files, packageFolders } = await discover(root);
    const packages = await readPackages(root, packageFolders, new Set(files));
    const info = packageOf(packages, 'inner/x.ts');
    assert.equal(info?.name, 'tool');
    assert.deepEqual([...info.scripts], ['bin/tool.js']);
    assert.deepEqual([...info.entryPoints], ['src/index.ts', 'sub.js']);
    assert.deepEqual([...info.dependencies.keys()], ['a', 'b']);
  });
});
