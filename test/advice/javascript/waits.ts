// Functions that wait: for files, the network, databases, timers.
import { readFile, stat, writeFile } from 'node:fs/promises';
import fs from 'node:fs';
import { execSync, execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import axios from 'axios';
import { MongoClient } from 'mongodb';
import Database from 'better-sqlite3';

const app = express();
const users = new MongoClient('mongodb://localhost').db('app').collection('users');
const local = new Database('local.db');

// advise: concurrency blocking
export async function readsAtOnce(path: string) {
  return fs.readFileSync(path, 'utf8').length;
}

// advise: concurrency blocking
app.get('/page', (request, response) => {
  response.send(template('page'));
});

// advise: concurrency blocking
function template(name: string) {
  return fs.readFileSync(`templates/${name}.html`, 'utf8');
}

// advise: concurrency blocking
export async function runsGit() {
  return execSync('git status --short').toString();
}

// advise: concurrency blocking
export async function readsMany(paths: string[]) {
  const texts = [];
  for (const path of paths) texts.push(fs.readFileSync(path, 'utf8'));
  return texts;
}

// advise: concurrency await-in-loop
export async function oneAfterAnother(ids: string[]) {
  const found = [];
  for (const id of ids) found.push(await fetch(`https://example.org/${id}`));
  return found;
}

// advise: concurrency await-in-loop
export async function statsInTurn(paths: string[]) {
  let bytes = 0;
  for (const path of paths) {
    const { size } = await stat(path);
    bytes += size;
  }
  return bytes;
}

// advise: concurrency await-in-loop
export async function throughHelper(ids: string[]) {
  const found = [];
  for (const id of ids) found.push(await loadUser(id));
  return found;
}

// advise: neither wait
async function loadUser(id: string) {
  return users.findOne({ id });
}

// advise: concurrency sequential-awaits
export async function twoFiles(left: string, right: string) {
  const first = await readFile(left, 'utf8');
  const second = await readFile(right, 'utf8');
  return first === second;
}

// advise: concurrency sequential-awaits
export async function profilePage(id: string) {
  const user = await users.findOne({ id });
  const news = await axios.get('https://example.org/news');
  return { user, news };
}

// advise: neither wait
export async function oneRequest(id: string) {
  const response = await fetch(`https://example.org/${id}`);
  return response.json();
}

// advise: neither wait
export async function needsTheFirst(id: string) {
  const user = await users.findOne({ id });
  return users.findOne({ id: user?.['manager'] });
}

// advise: neither already-together
export async function allTogether(ids: string[]) {
  return Promise.all(ids.map((id) => fetch(`https://example.org/${id}`)));
}

// advise: neither already-together
export async function togetherInHelpers(left: string, right: string) {
  const [first, second] = await Promise.all([readFile(left), readFile(right)]);
  return first.equals(second);
}

// advise: neither already-together
export async function asyncCallbacks(ids: string[]) {
  return Promise.all(
    ids.map(async (id) => {
      const response = await fetch(`https://example.org/${id}`);
      return response.text();
    }),
  );
}

// advise: neither ordered-awaits
export async function followsLinks(start: string) {
  let next: string | undefined = start;
  const pages = [];
  while (next) {
    const page: { next?: string } = await (await fetch(next)).json();
    pages.push(page);
    next = page.next;
  }
  return pages;
}

// advise: neither ordered-awaits
export async function retries(url: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await fetch(url);
    } catch {
      await sleep(100);
    }
  }
  throw new Error(url);
}

// advise: neither wait
export async function pauses() {
  await sleep(250);
  return 'rested';
}

// advise: neither wait
export function callbackStyle(path: string, done: (size: number) => void) {
  fs.readFile(path, (error, data) => done(error ? 0 : data.length));
}

// advise: neither wait
export async function writesOnce(path: string, text: string) {
  await writeFile(path, text);
}

// advise: neither wait
export async function resolvesHost(name: string) {
  const { address } = await lookup(name);
  return address;
}

// advise: neither wait
export function startsProgram(done: (text: string) => void) {
  execFile('git', ['status'], (_error, output) => done(output));
}

// advise: concurrency blocking
export async function waitsByLock(flag: Int32Array) {
  Atomics.wait(flag, 0, 0, 500);
  return 'awake';
}

// advise: concurrency blocking
export async function spins(milliseconds: number) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
  return 'awake';
}

// A database that only has a synchronous interface: another thread has to wait.
// advise: parallelism blocking
export async function localRows() {
  return local.prepare('SELECT * FROM rows').all();
}

// advise: concurrency blocking
setInterval(() => {
  fs.appendFileSync('beats.log', 'tick\n');
}, 1000);

// What it hands over blocks; the function that is handed over may be called elsewhere, too.
// advise: concurrency blocking
export function startsBeating() {
  setInterval(beat, 1000);
}

function beat() {
  fs.appendFileSync('beats.log', 'tick\n');
}

interface Store {
  load(id: string): Promise<string>;
}

// What the store does is not known: the rounds may overlap, or not.
// advise: neither unproven-awaits
export async function loadsFromStore(store: Store, ids: string[]) {
  const found = [];
  for (const id of ids) found.push(await store.load(id));
  return found;
}

// The pause between two requests is meant.
// advise: neither wait
export async function takesItsTime(ids: string[]) {
  for (const id of ids) {
    await fetch(`https://example.org/${id}`, { method: 'POST' });
    await sleep(100);
  }
}

// advise: neither wait
export async function* linesOf(chunks: AsyncIterable<Buffer>) {
  for await (const chunk of chunks) yield chunk.toString();
}

// The name is that of an array's method; what is awaited is not.
// advise: neither wait
export async function asksRepository(users: { find(id: string): Promise<string> }, id: string) {
  return await users.find(id);
}
