import http from 'node:http';
import { Store } from 'some-store';

const server = http.createServer((request, response) => response.end());
const cache = new Map();

function slow(rounds) {
  let value = 0;
  for (let i = 0; i < rounds; i++) value += i;
  return value;
}

class Matrix {
  size = 3;
  fill() {
    return slow(this.size);
  }
}

export async function state() {
  return cached(500_000_000);
}

function cached(rounds) {
  let value = 0;
  for (let i = 0; i < rounds; i++) {
    value += i;
    cache.set(i % 10, value);
  }
  return value;
}

export async function callbacks() {
  return each(500_000_000, (value) => value + server.connections);
}

function each(rounds, change) {
  let value = 0;
  for (let i = 0; i < rounds; i++) value = change(value);
  return value;
}

export async function changes(rows) {
  rank(rows);
  return rows;
}

function rank(rows) {
  for (const row of rows) {
    row.rank = 0;
    for (const other of rows) if (other.value > row.value) row.rank += 1;
  }
}

export async function classes() {
  // refused: module state
  return filled(500_000_000);
}

function filled(rounds) {
  const matrix = new Matrix();
  let value = 0;
  for (let i = 0; i < rounds; i++) value += matrix.fill(i);
  return value;
}

export async function receivers(rounds) {
  return written(new Store(), 500_000_000);
}

function written(store, rounds) {
  let value = 0;
  for (let i = 0; i < rounds; i++) value += store.load(i);
  return value;
}

export async function globals() {
  return shown(500_000_000);
}

function shown(rounds) {
  let value = 0;
  for (let i = 0; i < rounds; i++) {
    value += i;
    document.title = String(value);
  }
  return value;
}

export async function closures() {
  const make = maker(500_000_000);
  return make();
}

function maker(rounds) {
  let value = 0;
  for (let i = 0; i < rounds; i++) {
    if (value < 0) return () => 0;
    value += i;
  }
  return () => value;
}
