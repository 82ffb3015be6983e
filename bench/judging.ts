/**
 * What the six rules that judge computing and waiting cost beside everything else: one process reads, extracts, links and
 * judges the corpus on one thread, under the profiler of V8, and each sample counts for whose code was running. Writes
 * its section of the results page. An audit with these rules off would not tell: the facts that they need are
 * extracted in the walk that all rules share, and kept for when they are turned on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session as Inspector, type Profiler } from 'node:inspector/promises';
import { join } from 'node:path';
import { builtinCatalog } from '../src/catalog/builtin.ts';
import { compileCatalog } from '../src/catalog/compile.ts';
import { extractFacts } from '../src/languages/javascript/extract.ts';
import { createSession } from '../src/session/session.ts';
import { discover } from '../src/workspace/discover.ts';
import { packageOf, readPackages } from '../src/workspace/packages.ts';
import { createResolver } from '../src/workspace/resolve.ts';
import { installCorpus } from './corpus.ts';
import { judgingSection, withSection } from './section.ts';

/** Modules that only these rules need. */
const JUDGING = new RegExp(
  '/src/(?:' +
    'languages/(?:slow-expressions|javascript/(?:await-|loop-|lists|recursion|joins|matches|origins|limits|parsed|side-effects|usage|' +
    'walk-loops|expressions/))|' +
    'engine/(?:await-|effects|idle|work|estimate|outside|inputs|joins|threads|profile|exposure|roots)|' +
    'rules/(?:heavy-loop|slow-regex|await-in-loop|sequential-awaits|concurrency-for-cpu|parallelism-for-io))',
);
/** Helpers that work for whoever calls them: what scopes, values and atoms are. */
const SHARED =
  /\/src\/(?:languages\/(?:values|javascript\/(?:ast|scopes|lines|evaluate|value-table|type-values|constants|receivers|conditions|guards))|engine\/(?:atoms|evaluat|members|modules|targets|parameters|arguments|solver|unit|nodes|api-paths|mixins|callback-runs)|model\/|catalog\/)/;

type Account = 'judging' | 'rest' | 'idle';

const limit = 0.2;
const corpus = await installCorpus();
const profile = await profiled(auditCorpus);
const section = render(accountsOf(profile));
const page = join(import.meta.dirname, 'RESULTS.md');
writeFileSync(page, withSection(readFileSync(page, 'utf8'), judgingSection, section));
console.log(section);

async function auditCorpus(): Promise<void> {
  const { root } = corpus;
  const { files, packageFolders } = await discover(root, { paths: ['packages'] });
  const known = new Set(files);
  const packages = await readPackages(root, packageFolders, known);
  const host = {
    root,
    files: () => files,
    facts: (paths: readonly string[]) =>
      Promise.resolve(paths.map((path) => extractFacts(path, readFileSync(join(root, path), 'utf8')))),
    resolve: createResolver({ root, files: known, packages }),
    packageOf(file: string) {
      const info = packageOf(packages, file);
      if (info === undefined) return undefined;
      return {
        dependencies: new Set(info.dependencies.keys()),
        isPublic: info.isLibrary && info.entryPoints.has(file),
      };
    },
  };
  const session = createSession(host, { catalog: compileCatalog(builtinCatalog), version: 'bench' });
  await session.update();
  for (const file of files) session.findings(file);
}

async function profiled(run: () => Promise<void>): Promise<Profiler.Profile> {
  const inspector = new Inspector();
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.setSamplingInterval', { interval: 1000 });
  await inspector.post('Profiler.start');
  await run();
  const { profile: found } = await inspector.post('Profiler.stop');
  inspector.disconnect();
  return found;
}

/** Microseconds by whose code ran: the first caller that is no shared helper decides. */
function accountsOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<Account, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map<number, Account>();
  const accountOf = (id: number | undefined): Account => {
    const frame = id === undefined ? undefined : byId.get(id)?.callFrame;
    if (id === undefined || !frame) return 'rest';
    let account = known.get(id);
    if (account === undefined) {
      if (/^\((?:idle|program|garbage collector)\)$/.test(frame.functionName)) account = 'idle';
      else if (JUDGING.test(frame.url)) account = 'judging';
      else if (!frame.url.includes('/src/') || SHARED.test(frame.url)) account = accountOf(parents.get(id));
      else account = 'rest';
      known.set(id, account);
    }
    return account;
  };
  const accounts: Record<Account, number> = { judging: 0, rest: 0, idle: 0 };
  samples.forEach((id, index) => (accounts[accountOf(id)] += timeDeltas[index] ?? 0));
  return accounts;
}

function render({ judging, rest }: Record<Account, number>): string {
  const share = judging / rest;
  const seconds = (microseconds: number): string => (microseconds / 1e6).toFixed(1);
  return `${judgingSection}

What \`heavy-loop\`, \`slow-regex\`, \`await-in-loop\`, \`sequential-awaits\`, \`concurrency-for-cpu\` and \`parallelism-for-io\` add to an
audit of the corpus: one process, one thread, no cache, oxc; samples of V8's profiler each millisecond, by whose code ran.
A helper counts for its caller, garbage collection for nobody. The facts of these rules are extracted whether they are
on or off, so the cost is told by samples, not by a run without them. Expressions are analysed on a thread beside,
which is not counted. Written by \`npm run bench:judging\`.

| goal | at most | measured | reached |
| --- | --- | --- | --- |
| the six rules, of the time of all else (${seconds(judging)} s of ${seconds(rest)} s) | ${limit} | ${share.toPrecision(2)} | ${share <= limit ? 'yes' : '**no**'} |
`;
}
