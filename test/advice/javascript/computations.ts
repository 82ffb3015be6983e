// Functions that compute.
import { createHash, pbkdf2, pbkdf2Sync, scryptSync } from 'node:crypto';
import { gzip, gzipSync } from 'node:zlib';
import bcrypt from 'bcrypt';
import express from 'express';
import sharp from 'sharp';

const app = express();

// advise: parallelism compute
export async function derivesKey(password: string) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha256');
}

// advise: parallelism compute
app.post('/login', (request, response) => {
  response.send(scryptSync(request.body.password, 'salt', 64));
});

// advise: parallelism compute
export async function packs(data: Buffer) {
  return gzipSync(data);
}

// advise: parallelism compute
export async function hashesPassword(password: string) {
  return bcrypt.hashSync(password, 12);
}

// advise: parallelism compute
export async function pairsUp(rows: { id: number; next: number }[]) {
  let pairs = 0;
  for (const left of rows) for (const right of rows) if (left.next === right.id) pairs++;
  return pairs;
}

// advise: parallelism compute
export async function looksUp(orders: { user: number }[], users: { id: number }[]) {
  return orders.map((order) => users.find((user) => user.id === order.user));
}

// advise: parallelism compute
export async function fibonacciOf(n: number) {
  return fibonacci(n);
}

// advise: parallelism compute
function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

// advise: parallelism compute
export async function counts() {
  let sum = 0;
  for (let i = 0; i < 2_000_000_000; i++) sum += i % 7;
  return sum;
}

// advise: parallelism compute
export async function throughHelpers(password: string) {
  return stretched(password);
}

// advise: parallelism compute
function stretched(password: string) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha512');
}

// advise: parallelism compute
app.get('/report', async (request, response) => {
  const key = await derivesKey(String(request.query['password']));
  response.send(key);
});

// advise: neither offloaded
export function derivesElsewhere(password: string, done: (key: Buffer | undefined) => void) {
  pbkdf2(password, 'salt', 600_000, 32, 'sha256', (_error, key) => done(key));
}

// advise: neither offloaded
export function packsElsewhere(data: Buffer, done: (packed: Buffer) => void) {
  gzip(data, (_error, packed) => done(packed));
}

// advise: neither offloaded
export async function checksElsewhere(password: string) {
  return await bcrypt.hash(password, 12);
}

// advise: neither wait
export async function shrinks(path: string) {
  return await sharp(path).resize(100).toBuffer();
}

// advise: neither cheap
export function shortHash(text: string) {
  return createHash('sha1').update(text).digest('hex');
}
