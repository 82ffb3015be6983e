// Functions that look like what they are not.
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import express from 'express';

const app = express();
app.use(express.json());

// advise: neither async-without-wait
export async function asyncWithoutWaits(a: number, b: number) {
  return a * b;
}

// advise: neither async-without-wait
export async function awaitsReadyValues(a: number, b: number) {
  const first = await (a + b);
  const second = await Promise.resolve(b);
  return first + second;
}

// advise: parallelism compute
export async function awaitsComputation(password: string) {
  const key = await derive(password);
  return key.toString('hex');
}

// advise: parallelism compute
async function derive(password: string) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha256');
}

// advise: parallelism concurrency-for-cpu
export async function allForComputations(passwords: string[]) {
  return Promise.all(passwords.map((password) => derive(password)));
}

// advise: parallelism concurrency-for-cpu
export async function allWithAsyncCallbacks(passwords: string[]) {
  return Promise.all(passwords.map(async (password) => pbkdf2Sync(password, 'salt', 600_000, 32, 'sha256')));
}

// advise: concurrency parallelism-for-io
export function workerForFetch(url: string) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fetch-worker.ts', import.meta.url), { workerData: url });
    worker.once('message', resolve);
  });
}

// advise: neither offloaded
export function workerForCrunching(path: string) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./crunch-worker.ts', import.meta.url), { workerData: path });
    worker.once('message', resolve);
  });
}

// advise: concurrency blocking
export async function asyncAroundSync(path: string) {
  return await Promise.resolve(readFileSync(path, 'utf8'));
}

// advise: concurrency blocking
export function promiseAroundSync(path: string) {
  return new Promise((resolve) => resolve(readFileSync(path, 'utf8')));
}

// advise: parallelism compute
export function laterOnTheSameThread(password: string) {
  return new Promise((resolve) => {
    setImmediate(() => resolve(pbkdf2Sync(password, 'salt', 600_000, 32, 'sha256')));
  });
}

// advise: neither already-together
export async function startsFirst(left: string, right: string) {
  const first = readFile(left, 'utf8');
  const second = readFile(right, 'utf8');
  return [await first, await second];
}

// advise: neither cheap
export async function awaitsInOneExpression(path: string) {
  return JSON.parse(await readFile(path, 'utf8')).name as string;
}

// advise: parallelism slow-regex
app.post('/mail', (request, response) => {
  response.send(/^([a-z]+)+@$/.test(request.body.mail) ? 'yes' : 'no');
});

// advise: neither wait
export function chained(url: string) {
  return fetch(url)
    .then((response) => response.text())
    .then((text) => text.length);
}

// advise: neither cheap
export function notAsyncButNamedSo(loadAsync: boolean) {
  return loadAsync ? 'async' : 'sync';
}

// Nobody waits for the rounds: they all begin at once.
// advise: neither already-together
export async function forEachWithAsync(ids: string[]) {
  ids.forEach(async (id) => {
    const response = await fetch(`https://example.org/${id}`);
    await response.text();
  });
}

// Each round waits for the one before.
// advise: neither wait
export async function foldsPromises(ids: string[]) {
  return ids.reduce(async (before, id) => {
    const texts = await before;
    const response = await fetch(`https://example.org/${id}`);
    return [...texts, response.status];
  }, Promise.resolve<number[]>([]));
}

function pairsOf(rows: { id: string; friends: string[] }[]) {
  const pairs = [];
  for (const a of rows) for (const b of rows) if (a.friends[0] === b.id) pairs.push([a, b]);
  return pairs;
}

// It may compute for long; nobody can see how much data there is.
// advise: neither compute
export async function ofManySmallLists(lists: { id: string; friends: string[] }[][]) {
  return Promise.all(lists.map(async (list) => pairsOf(list)));
}

// advise: both sequential-awaits
export async function waitsTwiceAndComputes(id: string, password: string) {
  const user = await fetch(`https://example.org/users/${id}`).then((response) => response.text());
  const salt = await fetch(`https://example.org/salts/${id}`).then((response) => response.text());
  return pbkdf2Sync(password, `${user}${salt}`, 600_000, 32, 'sha256');
}
