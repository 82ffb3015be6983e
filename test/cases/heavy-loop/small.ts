// Nests over few items, rounds that wait, and code that nobody waits for.
import path from 'node:path';
import express from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread } from 'node:worker_threads';
import { store } from 'some-store';

const app = express();
const COLUMNS = ['id', 'name', 'email'];
const ROLES = { admin: 3, editor: 2, reader: 1 };

export async function table(rows) {
  return rows.map((row) => COLUMNS.map((column) => row[column]).join(','));
}

export async function allowed(users) {
  return users.filter((user) => ['admin', 'editor'].includes(user.role));
}

export async function rights(users) {
  for (const user of users) for (const role of Object.keys(ROLES)) user[role] = user.level >= ROLES[role];
}

export async function multiply(a, b) {
  const product = new Array(16).fill(0);
  for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) for (let k = 0; k < 4; k++) product[i * 4 + j] += a[i * 4 + k] * b[k * 4 + j];
  return product;
}

export async function board() {
  const cells = [];
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) cells.push(x * y);
  return cells;
}

export async function tagged(posts, tag) {
  return posts.filter((post) => post.tags.some((one) => one.name === tag));
}

export async function firstTen(rows) {
  const top = rows.slice(0, 10);
  return rows.filter((row) => top.includes(row));
}

export async function checked(rows) {
  if (rows.length > 500) throw new RangeError('too many rows');
  for (const a of rows) for (const b of rows) if (a.id === b.parent) a.children += 1;
}

export async function exported(rows, fields) {
  return rows.map((row) => fields.map((field) => row[field]));
}

export async function awaited(rows) {
  for (const row of rows) {
    const others = rows.filter((other) => other.key === row.key);
    await store.save(row, others.length);
  }
}

export async function polled(jobs) {
  while (jobs.length > 0) {
    await sleep(1000);
    for (const job of jobs) job.age += 1;
  }
}

export async function retried(request) {
  for (let attempt = 0; attempt < 5; attempt++) {
    for (let i = 0; i < 100; i++) request.nonce += i;
    const response = await store.send(request);
    if (response.ok) return response;
  }
  return undefined;
}

export async function* streamed(rows) {
  for (const a of rows) for (const b of rows) if (a.id < b.id) yield [a, b];
}

export async function pages(client) {
  for await (const page of client.pages()) for (const row of page.rows) for (const cell of row.cells) cell.seen = true;
}

app.get('/limit', (req, res) => {
  const count = Math.min(Number(req.query.count), 1000);
  const list = [];
  for (let i = 0; i < count; i++) list.push(i);
  res.json(list);
});

app.get('/checked', (req, res) => {
  const count = Number(req.query.count);
  if (count > 1000) return res.sendStatus(400);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += i;
  res.json(sum);
});

export async function crumbs(folder) {
  const names = folder.split(path.sep).filter(Boolean);
  return names.map((name, index) => names.slice(0, index + 1).filter((one) => names.includes(one)).join('/'));
}

export async function shared(a, b) {
  const [mine, theirs] = [a.split('/'), b.split(/[\\/]/)];
  for (const one of mine) for (const other of theirs) if (one === other) return one;
  return undefined;
}

// Start-up.
const table10 = [];
for (let i = 0; i < 20_000; i++) for (let j = 0; j < 20_000; j++) if (i === j) table10.push(i);

// A worker's own work.
if (!isMainThread) {
  for (let i = 0; i < 1e10; i++) table10[0] += i;
}
export const worker = async () => new Worker('./other.js');

// Handed to nobody: a synchronous function without an entry.
export function quadratic(rows) {
  for (const a of rows) for (const b of rows) if (a.id === b.id) a.count += 1;
}

export async function word(text) {
  return text.includes('needle') && text.split(' ').filter((one) => one.includes('x')).length > 0;
}

export async function found(texts, needle) {
  return texts.filter((text) => text.includes(needle));
}

export async function drained(queue) {
  while (queue.length > 0) {
    const job = queue.shift();
    for (const step of job.steps) step.run();
  }
}

export async function built(rows) {
  let text = '';
  for (const row of rows) text += `${row.id};${row.name}\n`;
  return text;
}

export async function keyed(rows) {
  const all = {};
  for (const row of rows) all[row.id] = { ...row, seen: true };
  return all;
}

export async function calendar(events) {
  const days = Array.from({ length: 31 }, (_, day) => day);
  return days.map((day) => events.filter((event) => event.day === day).length);
}

export async function configured(
  events: { id: string; name: string }[],
  adapter: { config: { events: { name: string }[] } },
) {
  let count = 0;
  for (const event of events) {
    for (const wanted of adapter.config.events) if (event.name === wanted.name) count += 1; // ok: what is configured is little
  }
  return count;
}
