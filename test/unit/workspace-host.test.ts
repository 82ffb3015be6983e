import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { FileFacts } from '../../src/model/facts.ts';
import { loadConfig } from '../../src/workspace/config.ts';
import { createHost, type HostOptions, type WorkspaceHost } from '../../src/workspace/host.ts';
import { addFiles, makeProject, removeProjects } from '../support/temp-project.ts';
import { typeScriptWorker } from '../support/worker-entry.ts';

const workerEntry = typeScriptWorker('./fragile-worker.ts');

async function open(root: string, options: Partial<HostOptions> = {}): Promise<WorkspaceHost> {
  const { config } = await loadConfig(root);
  return createHost(root, { config, extract: extractFacts, cacheDir: 'cache', ...options });
}

/** Facts by file, as a session gets them, after which the cache is written. */
async function load(host: WorkspaceHost): Promise<Record<string, FileFacts>> {
  const files = host.files();
  const facts = await host.facts(files);
  await host.save();
  return Object.fromEntries(files.map((file, index) => [file, facts[index]!]));
}

async function run(root: string, options: Partial<HostOptions> = {}): Promise<[Record<string, FileFacts>, string]> {
  const host = await open(root, { cacheKey: 'v1', ...options });
  const facts = await load(host);
  return [facts, `${host.counts.fromCache} cached, ${host.counts.extracted} extracted`];
}

function sources(count: number): Record<string, string> {
  const entries = Array.from({ length: count }, (_, index) => [
    `src/m${index}.ts`,
    `import { readFileSync } from 'node:fs';\nexport async function load${index}() { return readFileSync('ä${index}'); }\n`,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Makes files older than the time in which a change may go unnoticed. */
function age(root: string, files: Iterable<string>): void {
  for (const file of files) utimesSync(join(root, file), new Date(2020, 1, 1), new Date(2020, 1, 1));
}

function cacheFiles(root: string): string[] {
  return readdirSync(join(root, 'cache'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('workspace: host', () => {
  after(removeProjects);

  it('says why a file is not analysed, and reads odd encodings', async () => {
    const long = `const x = [${'1,'.repeat(4000)}];`;
    const root = makeProject({
      'loopwise.config.json': { maxFileSize: 20_000 },
      'bom.js': '\uFEFFexport const a = 1;',
      'utf16le.js': Buffer.from('\uFEFFexport const a = 1;', 'utf16le'),
      'utf16be.js': Buffer.from('\uFEFFexport const a = 1;', 'utf16le').swap16(),
      'latin1.js': Buffer.from("export const a = 'é';", 'latin1'),
      'binary.js': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]),
      'minified.js': `${long}\n`,
      'bundle.js': `${'// a comment\n'.repeat(500)}function __webpack_require__(moduleId) {}`,
      'large.js': '// a comment\n'.repeat(5000),
      'data.js': `export const icon = '${'A'.repeat(1500)}';\n`,
      'empty.js': '',
    });
    const facts = await load(await open(root, { threads: 0 }));
    const problems = Object.entries(facts).map(([file, { problem }]) => [file, problem?.kind, problem?.message]);
    assert.deepEqual(
      problems.filter(([, kind]) => kind),
      [
        ['binary.js', 'encoding', 'a binary file'],
        ['bundle.js', 'minified', 'the output of a bundler'],
        ['large.js', 'too-large', '65 kB, which is over the limit of 20 kB'],
        ['minified.js', 'minified', 'most of it is in lines of over 1,000 characters'],
      ],
    );
    for (const file of ['bom.js', 'utf16le.js', 'utf16be.js', 'latin1.js']) {
      assert.equal(facts[file]?.exports[0]?.[1], 'a', file);
    }
  });

  it('gives the same facts from threads, from this thread and from the cache', async () => {
    const root = makeProject({ ...sources(200), 'package.json': { name: 'x', bin: 'src/m7.ts' } });
    const [here, cold] = await run(root, { threads: 0 });
    assert.equal(cold, '0 cached, 200 extracted');
    const progress: string[] = [];
    const onProgress = (done: number, total: number): unknown => progress.push(`${done}/${total}`);
    const host = await open(root, { threads: 2, workerEntry, onProgress });
    const threads = await load(host);
    assert.equal(host.counts.threads, 2);
    assert.deepEqual(JSON.parse(JSON.stringify(threads)), JSON.parse(JSON.stringify(here)));
    assert.deepEqual([progress[0], progress.at(-1)], ['0/200', '200/200']);
    const [cached, warm] = await run(root);
    assert.deepEqual(cached, threads);
    assert.equal(warm, '200 cached, 0 extracted');
    assert.deepEqual(here['src/m7.ts']?.roles, ['tool', 'script']);
    assert.deepEqual(here['src/m8.ts']?.roles, ['tool']);
  });

  it('loses one file to a crash or a hang, and says so', async () => {
    const fragile = ['a-throw.ts', 'b-crash.ts', 'c-hang.ts', 'd-crash.ts'];
    const root = makeProject({ ...sources(150), ...Object.fromEntries(fragile.map((file) => [file, ''])) });
    const facts = await load(await open(root, { threads: 2, workerEntry, timeLimit: 1000, cacheKey: 'v1' }));
    const problems = Object.entries(facts).flatMap(([file, { problem }]) => (problem ? [[file, problem.message]] : []));
    assert.deepEqual(problems, [
      ['a-throw.ts', 'the analysis of this file failed: out of luck'],
      ['b-crash.ts', 'the analysis of this file ended the worker thread'],
      ['c-hang.ts', 'the analysis of this file took more than 1 s'],
      ['d-crash.ts', 'the analysis of this file ended the worker thread'],
    ]);
    const [, again] = await run(root);
    assert.equal(again, '150 cached, 4 extracted', 'a failure is not kept');
  });

  it('works without threads where workers do not start', async () => {
    const root = makeProject(sources(70));
    const host = await open(root, { threads: 2, workerEntry: new URL('file:///nowhere/worker.js') });
    const facts = await load(host);
    assert.equal(host.counts.threads, 0);
    assert.equal(Object.values(facts).filter(({ problem }) => problem).length, 0);
  });
});

describe('workspace: cache', () => {
  after(removeProjects);

  it('extracts what has changed, whatever the times say', async () => {
    const root = makeProject(sources(20));
    const [before] = await run(root);
    age(root, Object.keys(before));
    assert.equal((await run(root))[1], '20 cached, 0 extracted', 'other times, same content');
    const { size, mtime } = statSync(join(root, 'src/m3.ts'));
    addFiles(root, { 'src/m3.ts': sources(20)['src/m3.ts']!.replace('load3', 'lost3') });
    utimesSync(join(root, 'src/m3.ts'), mtime, mtime);
    assert.equal(statSync(join(root, 'src/m3.ts')).size, size);
    addFiles(root, { 'src/m4.ts': 'export const longer = 1;', 'src/new.ts': '' });
    rmSync(join(root, 'src/m5.ts'));
    const [facts, counts] = await run(root);
    assert.equal(counts, '17 cached, 3 extracted');
    assert.equal(facts['src/m3.ts']?.functions[1]?.key, 'lost3');
    assert.ok(
      !readFileSync(
        cacheFiles(root).find((file) => file.endsWith('index.json'))!,
        'utf8',
      ).includes('m5.ts'),
    );
  });

  it('notices an edit in the same instant', async () => {
    const root = makeProject({ 'a.ts': 'export const a = 1;' });
    for (const name of ['b', 'c', 'd', 'e']) {
      await run(root);
      writeFileSync(join(root, 'a.ts'), `export const ${name} = 1;`);
      assert.equal((await run(root))[0]['a.ts']?.exports[0]?.[1], name);
    }
  });

  it('is rebuilt without a word when it is damaged, foreign or gone', async () => {
    const root = makeProject(sources(10));
    const [expected] = await run(root);
    const plain = (facts: unknown): unknown => JSON.parse(JSON.stringify(facts));
    const index = cacheFiles(root).find((file) => file.endsWith('index.json'))!;
    const check = async (damage: () => void, counts: string): Promise<void> => {
      damage();
      const [found, actual] = await run(root);
      assert.deepEqual(plain(found), plain(expected));
      assert.equal(actual, counts);
      assert.equal((await run(root))[1], '10 cached, 0 extracted');
    };
    const pack = (): string => cacheFiles(root).find((file) => file.endsWith('.pack'))!;
    const alive = (): string => {
      const { packs } = JSON.parse(readFileSync(index, 'utf8')) as { packs: string[] };
      return join(index, '..', packs[0]!);
    };
    await check(() => writeFileSync(index, readFileSync(index).subarray(0, 99)), '0 cached, 10 extracted');
    await check(
      () => writeFileSync(index, '{"key":"v1 1000000","packs":[1],"rows":[["src/m1.ts"]]}'),
      '0 cached, 10 extracted',
    );
    await check(() => truncateSync(alive(), 50), '0 cached, 10 extracted');
    await check(() => writeFileSync(alive(), readFileSync(alive()).fill(0x20, 10, 40)), '9 cached, 1 extracted');
    await check(() => rmSync(join(root, 'cache'), { recursive: true }), '0 cached, 10 extracted');
    assert.ok(pack());
    assert.equal((await run(root, { cacheKey: 'v2' }))[1], '0 cached, 10 extracted', 'another version of the tool');
  });

  it('keeps texts by their keys, and forgets what is damaged', async () => {
    const root = makeProject(sources(1));
    const results = async (): Promise<NonNullable<WorkspaceHost['results']>> =>
      (await open(root, { cacheKey: 'v1' })).results!;
    const kept = await results();
    kept.put('a', 'of a');
    kept.put('b', 'of b');
    await kept.save();
    const file = cacheFiles(root).find((path) => path.endsWith('results.json'))!;
    const again = await results();
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => again.get(key)),
      ['of a', 'of b', undefined],
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('of a', 'of x'));
    const damaged = await results();
    assert.deepEqual([damaged.get('a'), damaged.get('b')], [undefined, 'of b']);
    for (const text of ['[["a"],7]', '{', '']) {
      writeFileSync(file, text);
      assert.equal((await results()).get('a'), undefined);
    }
    const large = await results();
    for (const key of ['old', 'older']) large.put(key, key.repeat(600_000));
    await large.save();
    const next = await results();
    next.put('new', 'text');
    await next.save();
    const last = await results();
    assert.deepEqual(
      ['new', 'older', 'old'].map((key) => last.get(key)?.slice(0, 5)),
      ['text', 'older', undefined],
    );
  });

  it('loads what a survey asked for once, and extracts again what cannot be unpacked', async () => {
    const root = makeProject(sources(10));
    const [expected] = await run(root);
    age(root, Object.keys(expected));
    await run(root);
    const pack = cacheFiles(root).find((file) => file.endsWith('.pack'))!;
    // The end of the last file's facts: what it imports is whole.
    const bytes = readFileSync(pack);
    writeFileSync(pack, bytes.fill(0xff, bytes.length - 3));
    const host = await open(root, { cacheKey: 'v1' });
    const files = host.files();
    const surveys = await host.survey(files);
    assert.deepEqual(
      surveys.map(({ imports }) => imports),
      files.map(() => ['node:fs']),
    );
    assert.equal(new Set(surveys.map(({ digest }) => digest)).size, 10);
    assert.equal(host.counts.fromCache, 10);
    const facts = await host.facts(files);
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), JSON.parse(JSON.stringify(Object.values(expected))));
    assert.deepEqual(host.counts, { fromCache: 9, extracted: 1, threads: 0 });
  });

  it('serves processes that write at the same time, and does not grow', async () => {
    const root = makeProject(sources(40));
    const [expected] = await run(root);
    for (let round = 0; round < 12; round++) {
      addFiles(root, { [`src/m${round}.ts`]: `export const round = ${round};` });
      const hosts = await Promise.all([open(root, { cacheKey: 'v1' }), open(root, { cacheKey: 'v1' })]);
      const [one, two] = await Promise.all(hosts.map(load));
      assert.deepEqual(one, two);
      assert.notDeepEqual(one, expected);
    }
    assert.equal((await run(root))[1], '40 cached, 0 extracted');
    const { packs } = JSON.parse(
      readFileSync(
        cacheFiles(root).find((file) => file.endsWith('index.json'))!,
        'utf8',
      ),
    ) as {
      packs: string[];
    };
    assert.ok(packs.length <= 9, `${packs.length} packs`);
  });

  it('is no condition: a folder that cannot be written is none', async () => {
    const root = makeProject({ ...sources(3), cache: 'a file' });
    assert.equal((await run(root))[1], '0 cached, 3 extracted');
    assert.equal((await run(root))[1], '0 cached, 3 extracted');
  });
});
