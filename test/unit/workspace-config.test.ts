import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ruleIds, severities } from '../../src/model/finding.ts';
import { readLibraryCatalogs } from '../../src/workspace/catalog-sources.ts';
import { loadConfig } from '../../src/workspace/config.ts';
import { readPackages } from '../../src/workspace/packages.ts';
import { addFiles, makeProject, removeProjects } from '../support/temp-project.ts';

async function problemsOf(text: string): Promise<string[]> {
  const root = makeProject({ 'loopwise.config.json': text });
  const { problems } = await loadConfig(root);
  return problems.map(({ file, line, column, message }) => `${relative(root, file)}:${line}:${column}: ${message}`);
}

describe('workspace: config', () => {
  after(removeProjects);

  it('is the nearest one up to the root of the repository, with comments and trailing commas', async () => {
    const root = makeProject({
      'loopwise.config.json':
        '\uFEFF{\n  // why\n  "exclude": ["legacy/"], "rules": { "heavy-call": "off" }, "catalog": ["c.json", { "module": "x" }],\n}',
      'c.json': '{ "module": "own", /* */ "language": "javascript" }',
      'sub/a.ts': '',
    });
    const { config, problems } = await loadConfig(join(root, 'sub'));
    assert.deepEqual(problems, []);
    assert.equal(config.folder, root);
    assert.deepEqual(config.exclude, ['legacy/']);
    assert.deepEqual({ ...config.rules }, { 'heavy-call': 'off' });
    assert.deepEqual(config.catalogs, [
      { origin: join(root, 'c.json'), data: { module: 'own', language: 'javascript' } },
      { origin: join(root, 'loopwise.config.json'), data: { module: 'x' } },
    ]);
    mkdirSync(join(root, 'sub', '.git'));
    assert.equal((await loadConfig(join(root, 'sub'))).config.file, undefined);
  });

  it('reports every mistake with its place and a guess', async () => {
    assert.deepEqual(
      await problemsOf(
        '{\n  "exlude": [],\n  "rules": { "blocking-oi": "off", "heavy-call": "fatal" },\n  "maxFileSize": "1"\n}',
      ),
      [
        'loopwise.config.json:2:3: unknown key "exlude"; did you mean "exclude"?',
        'loopwise.config.json:3:14: unknown key "blocking-oi"; did you mean "blocking-io"?',
        'loopwise.config.json:3:50: rules.heavy-call must be one of off, hint, information, warning, error',
        'loopwise.config.json:4:18: maxFileSize must be an integer',
      ],
    );
    assert.deepEqual(await problemsOf('{ "include": ["a",\n'), [
      'loopwise.config.json:2:1: value expected',
      'loopwise.config.json:2:1: close bracket expected',
      'loopwise.config.json:2:1: close brace expected',
    ]);
    assert.deepEqual(await problemsOf(''), ['loopwise.config.json:1:1: value expected']);
    assert.deepEqual(await problemsOf('[]'), ['loopwise.config.json:1:1: the config must be an object']);
    const [missing] = await problemsOf('{\n "catalog": [1, "gone.json"] }');
    assert.match(
      missing ?? '',
      /^loopwise\.config\.json:2:14: catalog\.0 must be an object or the path of a JSON file/,
    );
    const [gone] = await problemsOf('{\n "catalog": ["gone.json"] }');
    assert.match(gone ?? '', /^loopwise\.config\.json:2:14: the catalog gone\.json cannot be read: ENOENT/);
    const { problems } = await loadConfig('/', '/nowhere/loopwise.config.json');
    assert.match(problems[0]?.message ?? '', /cannot be read/);
  });

  it('has a schema with all rules and severities', () => {
    const schema = JSON.parse(readFileSync('loopwise.schema.json', 'utf8')) as {
      properties: { rules: { properties: object }; failOn: { enum: string[] } };
      definitions: { setting: { enum: string[] } };
    };
    assert.deepEqual(Object.keys(schema.properties.rules.properties), [...ruleIds]);
    assert.deepEqual(schema.properties.failOn.enum, [...severities, 'never']);
    assert.deepEqual(schema.definitions.setting.enum.sort(), [...severities, 'off'].sort());
  });

  it('takes catalogs from direct dependencies, and warns of broken ones', async () => {
    const root = makeProject({
      'package.json': {
        name: 'app',
        dependencies: { inline: '1', '@scope/file': '1', escape: '1', odd: '1', none: '1' },
      },
      'packages/a/package.json': { name: 'a', dependencies: { list: '1' } },
    });
    addFiles(join(root, 'node_modules'), {
      'inline/package.json': { loopwise: { module: 'inline' } },
      '@scope/file/package.json': { loopwise: './loopwise.json' },
      '@scope/file/loopwise.json': [{ module: '@scope/file' }, { module: '@scope/file/sub' }],
      'list/package.json': { loopwise: [{ module: 'list' }] },
      'escape/package.json': { loopwise: '../../package.json' },
      'odd/package.json': '{ "loopwise": 7 }',
      'none/package.json': '{}',
      'indirect/package.json': { loopwise: { module: 'indirect' } },
    });
    const packages = await readPackages(root, ['', 'packages/a'], new Set());
    const { sources, warnings } = await readLibraryCatalogs(root, [...packages.values()]);
    assert.deepEqual(
      sources.map(({ data }) => (data as { module: string }).module),
      ['@scope/file', '@scope/file/sub', 'inline', 'list'],
    );
    assert.deepEqual(
      warnings.map((warning) => warning.slice(root.length).replace(/.*node_modules/, '')),
      [
        '/escape/package.json: its "loopwise" catalog is left out: ../../package.json is outside of the package',
        '/odd/package.json: its "loopwise" catalog is left out: it must be an object, a list of objects or a path',
      ],
    );
  });
});
