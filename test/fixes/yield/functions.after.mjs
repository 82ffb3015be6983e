import http from 'node:http';
import { Store } from 'some-store';
import { setImmediate as nextTurn } from 'node:timers/promises';

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
  return await cached(500_000_000);
}

async function cached(rounds) {
  let value = 0;
  let pauseAt = performance.now() + 10;
  let round = 0;
  for (let i = 0; i < rounds; i++) {
    if (++round % 1000 === 0 && performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    value += i;
    cache.set(i % 10, value);
  }
  return value;
}

export async function callbacks() {
  return await each(500_000_000, (value) => value + server.connections);
}

async function each(rounds, change) {
  let value = 0;
  let pauseAt = performance.now() + 10;
  for (let i = 0; i < rounds; i++) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    value = change(value);
  }
  return value;
}

export async function changes(rows) {
  await rank(rows);
  return rows;
}

async function rank(rows) {
  for (const row of rows) {
    row.rank = 0;
    let pauseAt = performance.now() + 10;
    let round = 0;
    for (const other of rows) {
      if (++round % 1000 === 0 && performance.now() > pauseAt) {
        await nextTurn();
        pauseAt = performance.now() + 10;
      }
      if (other.value > row.value) row.rank += 1;
    }
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
  return await written(new Store(), 500_000_000);
}

async function written(store, rounds) {
  let value = 0;
  let pauseAt = performance.now() + 10;
  let round = 0;
  for (let i = 0; i < rounds; i++) {
    if (++round % 1000 === 0 && performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    value += store.load(i);
  }
  return value;
}

export async function globals() {
  return await shown(500_000_000);
}

async function shown(rounds) {
  let value = 0;
  let pauseAt = performance.now() + 10;
  for (let i = 0; i < rounds; i++) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    value += i;
    document.title = String(value);
  }
  return value;
}

export async function closures() {
  const make = await maker(500_000_000);
  return make();
}

async function maker(rounds) {
  let value = 0;
  let pauseAt = performance.now() + 10;
  for (let i = 0; i < rounds; i++) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    if (value < 0) return () => 0;
    value += i;
  }
  return () => value;
}
