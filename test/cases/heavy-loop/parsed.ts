import { readFile } from 'node:fs/promises';
import axios from 'axios';
import express from 'express';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';

// Data that comes as text, and what parsing and copying it costs.

interface Row {
  id: string;
  parent: string;
  text: string;
}

const app = express();
const hono = new Hono();

export async function lines(url: string, other: string) {
  const text = await (await fetch(url)).text(); // expect: sequential-awaits
  const known = (await (await fetch(other)).text()).split('\n');
  return text.split('\n').filter((line) => known.includes(line)); // expect: heavy-loop
}

export async function stored(file: string) {
  const { rows } = JSON.parse(await readFile(file, 'utf8'));
  return rows.map((row: Row) => rows.find((other: Row) => other.id === row.parent)); // expect: heavy-loop
}

hono.post('/', async (context) => {
  const rows = await context.req.json();
  return context.json(rows.map((row: Row) => rows.find((other: Row) => other.id === row.parent))); // expect: heavy-loop
});

new WebSocketServer({ port: 1 }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { rows } = JSON.parse(data.toString());
    socket.send(rows.map((row: Row) => rows.find((other: Row) => other.id === row.parent))); // expect: heavy-loop
  });
});

// Parsed, or copied, again in each round.

app.post('/table', (request, response) => {
  const found: unknown[] = [];
  for (const row of request.body.rows) found.push(JSON.parse(request.body.table)[row.id]); // expect: heavy-loop
  response.json(found);
});

export async function copies(url: string) {
  const rows = await fetch(url).then((response) => response.json());
  return rows.map((row: Row) => ({ row, all: JSON.parse(JSON.stringify(rows)) })); // expect: heavy-loop
}

export async function clones(url: string) {
  const rows = await fetch(url).then((response) => response.json());
  const found: object[] = [];
  for (const row of rows) found.push({ row, all: structuredClone(rows) }); // expect: heavy-loop
  return found;
}

export async function history(url: string) {
  const rows = await fetch(url).then((response) => response.json());
  const state: Row[] = [];
  const states: string[] = [];
  for (const row of rows) { // expect: heavy-loop
    state.push(row);
    states.push(JSON.stringify(state));
  }
  return states;
}

// One pass, however long the text is.

export async function once(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

app.put('/rows', (request, response) => {
  const rows = JSON.parse(request.body.rows);
  const copy = structuredClone(rows);
  response.end(JSON.stringify(copy));
});

export async function eachLine(file: string) {
  const text = await readFile(file, 'utf8');
  return text.split('\n').map((line) => JSON.parse(line));
}

app.post('/parts', (request, response) => {
  const found: unknown[] = [];
  for (const row of request.body.rows) {
    const text = row.text;
    found.push(JSON.parse(text), JSON.parse(row.meta), structuredClone(row));
  }
  response.json(found);
});

// Little text.

app.post('/options', (request, response) => {
  const found: unknown[] = [];
  for (const row of request.body.rows) found.push({ ...row, ...JSON.parse(request.headers['x-options'] as string) });
  response.json(found);
});

const defaults = '{"a":1,"b":2}';

app.post('/defaults', (request, response) => {
  response.json(request.body.rows.map((row: Row) => ({ ...JSON.parse(defaults), ...row })));
});

// Looked up at once.
const known = new Map<string, Row[]>();

export async function looked(rows: Row[]) {
  for (const row of rows) {
    const others = known.get(row.id) ?? [];
    row.text = others.map(({ text }) => text).join();
  }
}

// Services answer by pages.

export async function fetched(url: string) {
  const rows = await fetch(url).then((response) => response.json());
  return rows.map((row: Row) => rows.find((other: Row) => other.id === row.parent));
}

export async function fetchedLater(url: string) {
  const response = await fetch(url);
  const { orders, customers } = await response.json();
  return orders.map((order: Row) => customers.find((one: Row) => one.id === order.parent));
}

export function chained(url: string) {
  return fetch(url)
    .then((response) => response.json())
    .then((rows) => rows.map((row: Row) => rows.find((other: Row) => other.id === row.parent)));
}

export async function asked(url: string) {
  const { data } = await axios.get(url);
  return data.rows.map((row: Row) => data.rows.find((other: Row) => other.id === row.parent));
}
