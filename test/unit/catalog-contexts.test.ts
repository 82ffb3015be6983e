import assert from 'node:assert/strict';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { Host } from '../../src/session/host.ts';
import { createSession } from '../../src/session/session.ts';

/** Functions that run on the loop, and what they then are. `read()` blocks. */
const onLoop: readonly (readonly [code: string, role: string])[] = [
  ["import http from 'http'; http.createServer((req, res) => read());", 'request handler (Node http)'],
  ["import { createServer } from 'node:https'; createServer({}, () => read());", 'request handler (Node https)'],
  [
    "import http from 'http'; new http.Server().on('request', function f() { read(); });",
    'request handler (Node http)',
  ],
  [
    "import type { Server } from 'http'; export const f = (s: Server) => s.once('upgrade', () => read());",
    'server event handler (Node http)',
  ],
  [
    "import http from 'http'; http.createServer((req) => { req.on('end', () => read()); });",
    'request event handler (Node http)',
  ],
  ["import http2 from 'http2'; http2.createServer().on('stream', () => read());", 'request handler (Node http2)'],
  [
    "import net from 'net'; net.createServer((socket) => { socket.on('data', () => read()); });",
    'socket event handler (Node net)',
  ],
  ["import net from 'net'; net.createServer(() => read());", 'connection handler (Node net)'],
  [
    "import dgram from 'dgram'; dgram.createSocket('udp4').on('message', () => read());",
    'message handler (Node dgram)',
  ],
  ["process.on('an event of ours', () => read());", 'event listener'],
  ["process.stdin.on('data', () => read());", 'stream event handler'],
  ['setTimeout(() => read(), 10);', 'timer'],
  ['window.setInterval(() => read(), 10);', 'timer'],
  ["import { setInterval as every } from 'timers'; every(() => read(), 10);", 'timer'],
  ["import { Worker } from 'worker_threads'; new Worker('w').on('message', () => read());", 'worker message handler'],
  ["import { EventEmitter } from 'events'; new EventEmitter().on('a', () => read());", 'event listener'],
  [
    "import E from 'events'; class A extends E { constructor() { super(); this.on('a', () => read()); } } new A();",
    'event listener',
  ],
  [
    "import { Transform } from 'stream'; new Transform({ transform(chunk, _, done) { read(); done(); } });",
    'stream method',
  ],
  [
    "import readline from 'readline'; readline.createInterface(process.stdin).on('line', () => read());",
    'line handler (Node readline)',
  ],
  ["import { watch } from 'fs'; watch('a', () => read());", 'file watcher'],
  ["import { exec } from 'child_process'; exec('a').on('close', () => read());", 'child process event handler'],
  ["import cluster from 'cluster'; cluster.on('exit', () => read());", 'cluster event handler'],
  ['export const f = (store) => store.subscribe(() => read());', 'event listener'],
  ["document.addEventListener('click', () => read());", 'event listener'],
  ['Deno.serve(() => read());', 'request handler (Deno)'],
  ["Bun.serve({ routes: { '/a': { GET: () => read() } } });", 'request handler (Bun)'],
  ["import { serve } from 'bun'; serve({ fetch: () => read() });", 'request handler (Bun)'],
  ['export async function f() { await new Promise((resolve) => resolve(read())); }', 'async function'],
  ['export async function f(names) { return names.map((name) => read()); }', 'async function'],
  ['export async function f(names) { return Array.from(names, read); }', 'async function'],
  [
    "import { AsyncLocalStorage } from 'async_hooks'; export async function f() { new AsyncLocalStorage().run({}, () => read()); }",
    'async function',
  ],
];

/** Functions that run at start-up, at the end, or elsewhere. */
const offLoop: readonly string[] = [
  "import http from 'http'; http.createServer().listen(80, () => read());",
  "import http from 'http'; const server = new http.Server(); server.once('listening', () => read());",
  "import { readFile } from 'fs'; readFile('a', () => read());",
  "import dns from 'dns'; dns.lookup('a', () => read());",
  "fetch('a').then(() => read());",
  'new Promise((resolve) => resolve(read()));',
  'setImmediate(() => read());',
  'process.nextTick(() => read());',
  "process.on('exit', () => read());",
  "import process from 'node:process'; process.once('SIGTERM', () => read());",
  "import { parentPort } from 'worker_threads'; parentPort?.on('message', async () => read());",
  "process.on('message', async () => read());",
  "import test from 'node:test'; test('a', async () => read());",
  "import { describe, it } from 'node:test'; describe('a', () => { it('b', async () => read()); });",
];

const sources = new Map([...onLoop.map(([code]) => code), ...offLoop].map((code) => [`${code}.ts`, code]));
const prelude = "import { readFileSync } from 'node:fs';\nconst read = () => readFileSync('a');\n";

const host: Host = {
  root: '/',
  files: () => [...sources.keys()],
  facts: (files) => Promise.resolve(files.map((file) => extractFacts('a.ts', prelude + (sources.get(file) ?? '')))),
  resolve: (_, name) => ({ kind: 'package', name }),
};

describe('catalog: what Node, browsers, Deno and Bun do with functions', () => {
  it('runs handlers on the loop, and leaves start-up, exit and workers alone', async () => {
    const catalog = compileCatalog(builtinCatalog);
    const { findings, skipped } = await createSession(host, { catalog, version: '0' }).audit();
    assert.deepEqual(skipped, []);
    const found = [...sources].map(([file, code]) => {
      const own = findings.filter((finding) => finding.file === file);
      return [code, own.map((finding) => finding.entry.role).join()];
    });
    assert.deepEqual(found, [...onLoop, ...offLoop.map((code) => [code, ''])]);
  });
});
