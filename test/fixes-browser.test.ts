import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './editor/lab/browser.ts';
import { packagesFolder } from './editor/lab/cache.ts';
import { run } from '../tools/packaging/run.ts';
import { sessionOver } from './support/analyse.ts';
import { buttons, type PageProject, pageProjects } from './support/page-projects.ts';

/** What a page shows after each button, and for how long it stood still. */
interface Outcome {
  readonly lines: readonly string[];
  readonly stall: number;
}

describe('pages whose computations went to Web Workers', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-pages-'));
  let browser: Browser | undefined;
  let bundlers = '';
  before('the bundlers', async () => {
    bundlers = join(await packagesFolder('bundlers'), 'node_modules');
  });
  before('the browser', async () => {
    ({ browser } = await launchBrowser());
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const project of pageProjects) {
    it(project.name, async () => {
      assert.ok(browser);
      const sources = new Map(Object.entries(project.files));
      const changed = await fixed(sources);
      const was = await press(browser, await build(join(folder, 'before'), project, sources, bundlers));
      const place = await build(join(folder, 'after'), project, changed, bundlers);
      let is = await press(browser, place);
      // Others may need the processors as well.
      for (let tries = 0; is.stall >= was.stall / 2 && tries < 3; tries++) is = await press(browser, place);
      assert.deepEqual(is.lines, was.lines, 'it shows what it showed');
      assert.ok(was.stall > 80, `the page stood still for ${was.stall} ms only`);
      assert.ok(is.stall < was.stall / 2, `the page stood still for ${is.stall} of ${was.stall} ms`);
    });
  }
});

/** The sources after all fixes of computations. */
async function fixed(sources: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const session = sessionOver(sources);
  await session.update();
  const { changes, refused } = await session.fixAll({ unsafe: true, rules: ['heavy-loop'] });
  const reasons = refused.map(({ fix }) => fix?.disabled?.reason);
  assert.deepEqual(reasons, []);
  const added = changes.filter(({ before: text }) => text === undefined).map(({ file }) => file);
  assert.equal(added.length, 3, `a pool and two workers are added: ${added.join(', ')}`);
  return new Map([...sources, ...changes.map(({ file, after: text }) => [file, text] as const)]);
}

/** Writes a project and builds it; returns the folder to be served. */
async function build(
  folder: string,
  { build: how, served }: PageProject,
  sources: ReadonlyMap<string, string>,
  bundlers: string,
): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of sources) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  symlinkSync(bundlers, join(folder, 'node_modules'), 'junction');
  if (sources.has('tsconfig.json')) {
    await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.'], folder);
  }
  if (how === 'vite') await run(process.execPath, [join(bundlers, 'vite/bin/vite.js'), 'build'], folder);
  if (how === 'webpack') {
    writeFileSync(join(folder, 'pack.cjs'), PACK);
    await run(process.execPath, ['pack.cjs'], folder);
  }
  return join(folder, served);
}

/** The command line of webpack is a package of its own. */
const PACK = `
const options = { mode: 'production', context: __dirname, entry: './src/main.js' };
require('webpack')(options, (error, stats) => {
  if (!error && !stats.hasErrors()) return;
  console.error(error ?? stats.toString());
  process.exitCode = 1;
});
`;

/** Opens the page and presses its buttons, one after the other. */
async function press(browser: Browser, folder: string): Promise<Outcome> {
  const server = await serve(folder);
  const page = await browser.newPage();
  try {
    const failures: string[] = [];
    page.on('pageerror', ({ message }) => failures.push(message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    for (const [index, name] of buttons.entries()) {
      await page.click(`#${name}`);
      await page.waitForSelector(`li:nth-child(${index + 1})`, { timeout: 60_000 });
    }
    assert.deepEqual(failures, []);
    const lines = await page.locator('li').allTextContents();
    return { lines, stall: Number(await page.locator('li').last().getAttribute('data-stall')) };
  } finally {
    await page.close();
    server.close();
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves the files of a folder on this machine only. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path === '/' ? '/index.html' : path));
    readFile(file).then(
      (content) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done(server));
  });
}
