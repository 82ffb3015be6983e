import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { loadTypeChecker } from '../../src/session/languages.ts';
import { createTypeCheckClient } from '../../src/workspace/type-checker.ts';
import { runCli } from '../support/run-cli.ts';
import { makeProject, removeProjects } from '../support/temp-project.ts';

const nodeTypes = `declare module 'node:fs' {
  export function readFileSync(file: string, encoding: string): string;
}
declare module 'node:fs/promises' {
  export function readFile(file: string, encoding: string): Promise<string>;
}
`;

const untyped = {
  'package.json': { name: 'p', type: 'module', private: true },
  'node_modules/@types/node/package.json': { name: '@types/node', version: '1.0.0', types: 'index.d.ts' },
  'node_modules/@types/node/index.d.ts': nodeTypes,
};

const project = {
  ...untyped,
  'tsconfig.json': {
    compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: ['node'] },
    include: ['src'],
  },
};

const files = {
  ...project,
  'src/load.ts': `import { readFileSync } from 'node:fs';

export function load(file: string) {
  return readFileSync(file, 'utf8');
}
`,
  'src/size.ts': `import { load } from './load.js';

const known: number = 'old';
export const size = (file: string): number => load(file).length + known;
`,
};

const asynchronous = files['src/load.ts'].replace('function', 'async function');

describe('types', function () {
  this.timeout(60_000);
  after(removeProjects);

  it('are checked in the changed files and those that import them; old errors are nobody’s fault', async () => {
    const root = makeProject(files);
    const check = createTypeCheckClient({ load: loadTypeChecker });
    const ask = (text: string) => check({ root, changed: ['src/load.ts'], before: [], after: [['src/load.ts', text]] });
    assert.equal(await ask(files['src/load.ts'].replace('file: string', 'file: string, _more = 0')), undefined);
    assert.match((await ask(asynchronous)) ?? '', /^src\/size\.ts: Property 'length' does not exist on type 'Promise/);
    const both = [
      ['src/load.ts', asynchronous],
      ['src/size.ts', 'export {};'],
    ] as const;
    assert.equal(
      await check({
        root,
        changed: ['src/load.ts', 'src/size.ts'],
        before: [['src/load.ts', asynchronous]],
        after: both,
      }),
      undefined,
    );
    assert.match(
      (await ask('export const load: string = 1;')) ?? '',
      /^src\/load\.ts: Type 'number' is not assignable/,
    );
  });

  it('are not asked for where there is no tsconfig.json', async () => {
    const check = createTypeCheckClient({ load: loadTypeChecker });
    const root = makeProject(untyped);
    const wrong = [['src/load.ts', 'export const load: string = 1;']] as const;
    assert.equal(await check({ root, changed: ['src/load.ts'], before: [], after: wrong }), undefined);
  });

  it('keep a rewrite away that they speak against', async () => {
    const source = (type: string) => `import { readFileSync } from 'node:fs';

const api = {
  load(file: string) {
    return readFileSync(file, 'utf8');
  },
};

export const loaders${type} = { api };

export async function length(file: string): Promise<number> {
  return api.load(file).length;
}
`;
    const result = async (type: string) => {
      const root = makeProject({ ...project, 'src/length.ts': source(type) });
      return runCli(root, ['fix', '--dry-run', '--unsafe', '--no-cache']);
    };
    const kept = await result(': { api: Record<string, (file: string) => string> }');
    assert.equal(kept.stdout, '');
    assert.match(kept.stderr, /1 left: not verified/);
    const changed = await result('');
    assert.match(changed.stdout, /^\+ {2}async load\(file: string\) \{$/m, changed.stderr);
  });
});
