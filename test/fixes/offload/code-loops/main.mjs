import http from 'node:http';

const LIMIT = 400_000;
const server = http.createServer((request, response) => response.end());

const isRound = (n) => n % 1000 === 0;

async function primes() {
  // The first is no prime.
  const found = [2];
  let last = 0;
  for (let n = 3; n < LIMIT; n += 1) {
    let isPrime = true;
    for (let d = 2; d < Math.sqrt(n); d += 1) if (n % d === 0) isPrime = false;
    if (isPrime) found.push(n);
    if (isRound(n)) last = n;
  }
  last += found.length;
  return [found.length, last, server.listening];
}

async function total(start) {
  let sum = start;
  for (let i = 0; i < 300_000_000; i++) {
    sum += i % 7;
  }
  if (sum > 100) sum -= 100;
  return sum;
}

class Table {
  rows = Array.from({ length: 5000 }, (_, id) => ({ id, parent: id >> 1 }));

  async depth() {
    let deepest = 0;
    for (const row of this.rows) {
      for (const other of this.rows) if (other.parent === row.id) deepest += 1;
    }
    return deepest;
  }
}

export async function run() {
  const table = new Table();
  return [await primes(), await total(5), await table.depth()];
}
