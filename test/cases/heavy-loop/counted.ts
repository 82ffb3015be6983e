// The source says how many rounds there are.
import http from 'node:http';
import express from 'express';

const app = express();
const SIZE = 30_000;

app.get('/spin', (req, res) => {
  let sum = 0;
  for (let i = 0; i < 1e9; i++) sum += i; // expect: heavy-loop@warning
  res.json(sum);
});

export async function grid(): Promise<number> {
  let sum = 0;
  for (let y = 0; y < SIZE; y++) { // expect: heavy-loop@warning
    for (let x = 0; x < SIZE; x++) sum += x ^ y;
  }
  return sum;
}

function work(rounds: number): number {
  let value = 1;
  for (let i = 0; i < rounds; i++) value = (value * 1103515245 + 12345) % 2147483648;
  return value;
}

http
  .createServer((request, response) => {
    response.end(String(work(500_000_000))); // expect: heavy-loop@warning
  })
  .listen(8080);

http.createServer((request, response) => response.end(String(work(1000)))).listen(8081); // ok: few rounds

function fibonacci(n: number): number {
  return n <= 1 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

app.get('/fibonacci', (req, res) => {
  res.json(fibonacci(45)); // expect: heavy-loop@warning
});

app.get('/fibonacci/:n', (req, res) => {
  res.json(fibonacci(Number(req.params.n))); // expect: heavy-loop@information
});

app.get('/fibonacci-of', (req, res) => {
  res.json(fibonacci(+req.query.n)); // expect: heavy-loop@information
});

app.get('/small', (req, res) => {
  res.json(fibonacci(12)); // ok: some hundred calls
});

app.get('/count', (req, res) => {
  const count = Number(req.query.count);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += i; // expect: heavy-loop@information
  res.json(sum);
});

export async function primes(): Promise<number[]> {
  const found: number[] = [];
  for (let n = 2; n < 5_000_000; n++) { // expect: heavy-loop@warning
    let isPrime = true;
    for (let d = 2; d < Math.sqrt(n); d++) if (n % d === 0) isPrime = false;
    if (isPrime) found.push(n);
  }
  return found;
}

export async function digits(): Promise<bigint> {
  let product = 1n;
  for (let i = 1n; i < 100n; i++) product *= i; // ok: nobody counts big integers
  return product;
}

function hanoi(discs: number, from: string, to: string, by: string): number {
  if (discs === 0) return 0;
  const first = hanoi(discs - 1, from, by, to);
  const second = hanoi(discs - 1, by, to, from);
  return first + second + 1;
}

export async function solve(): Promise<number> {
  return hanoi(30, 'a', 'c', 'b'); // expect: heavy-loop@warning
}

function permutations(items: string[]): string[][] {
  if (items.length < 2) return [items];
  const all: string[][] = [];
  for (let i = 0; i < items.length; i++) {
    const rest = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const one of permutations(rest)) all.push([items[i], ...one]);
  }
  return all;
}

app.post('/orders', (req, res) => {
  res.json(permutations(req.body.letters)); // expect: heavy-loop@information
});

app.get('/orders', (req, res) => {
  res.json(permutations(['a', 'b', 'c'])); // ok: six of them
});
