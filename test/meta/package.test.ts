import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Manifest {
  readonly version: string;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly version?: string }>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as LockFile;

describe('package.json', () => {
  it('pins every dependency exactly', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('lists only files that exist, and what the build writes', () => {
    const missing = manifest.files.filter((file) => !/^!?dist\b/.test(file) && !existsSync(file));
    assert.deepEqual(missing, []);
    assert.deepEqual(manifest.bin, { loopwise: 'dist/cli.js' });
  });

  it('needs no newer Node.js than its types describe', () => {
    const [, major] = /^>=(\d+)\./.exec(manifest.engines['node'] ?? '') ?? [];
    assert.equal(manifest.devDependencies['@types/node']?.split('.')[0], major);
  });
});

describe('package-lock.json', () => {
  it('names no host to download from', () => {
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    assert.deepEqual(resolved, []);
    assert.doesNotMatch(read('package-lock.json'), /"resolved"|https?:\/\/registry/);
  });

  it('has a version for every package, optional ones of other platforms included', () => {
    const optional = Object.keys(manifest.optionalDependencies);
    const missing = optional.flatMap((name) => {
      const entry = lock.packages[`node_modules/${name}`] as
        { optionalDependencies?: Record<string, string> } | undefined;
      const platforms = Object.keys(entry?.optionalDependencies ?? {});
      return [name, ...platforms].filter((each) => lock.packages[`node_modules/${each}`]?.version === undefined);
    });
    assert.deepEqual(missing, []);
  });
});

describe('repository', () => {
  it('runs in continuous integration what the README says', () => {
    const commands = [...read('README.md').matchAll(/^ {4}(npm ci && .+)$/gm)].map(([, command]) => command);
    assert.deepEqual(commands, ['npm ci && npm run sample', 'npm ci && npm test']);
    const ci = read('.ci/run').split('\n');
    assert.deepEqual(
      ci.filter((line) => line.includes('npm')),
      ['npm ci && npm test'],
    );
  });

  it('has every script that the documents name', () => {
    const named = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].flatMap((file) =>
      [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!),
    );
    assert.deepEqual(
      named.filter((script) => !(script in manifest.scripts)),
      [],
    );
  });

  it('has the folders that docs/architecture.md lists', () => {
    const listed = [...read('docs/architecture.md').matchAll(/^\| `src\/(\w+)`/gm)].map(([, folder]) => folder!);
    const folders = readdirSync('src').filter((folder) => readdirSync(`src/${folder}`).length > 0);
    assert.deepEqual(listed.sort(), folders.sort());
  });

  it('has its version in the changelog', () => {
    assert.match(read('CHANGELOG.md'), new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\]`, 'm'));
  });
});
