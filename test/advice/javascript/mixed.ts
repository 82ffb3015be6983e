// Functions that wait and compute.
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { pbkdf2Sync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import express from 'express';

const app = express();

// advise: parallelism compute
export async function waitsThenComputes(url: string) {
  const response = await fetch(url);
  const text = await response.text();
  return pbkdf2Sync(text, 'salt', 600_000, 32, 'sha256');
}

// advise: both compute
export async function readsThenDerives(path: string) {
  return pbkdf2Sync(readFileSync(path), 'salt', 600_000, 32, 'sha256');
}

// advise: both await-in-loop
export async function loadsAndDerives(urls: string[]) {
  const texts = [];
  for (const url of urls) {
    const response = await fetch(url);
    texts.push(response.status);
  }
  return pbkdf2Sync(texts.join(), 'salt', 600_000, 32, 'sha256');
}

// advise: both compute
export async function twoWaitsOneComputation(left: string, right: string) {
  const first = await readFile(left, 'utf8');
  const second = await readFile(right, 'utf8');
  return pbkdf2Sync(first, second, 600_000, 32, 'sha256');
}

// advise: both compute
app.get('/archive/:name', (request, response) => {
  response.send(gzipSync(readFileSync(request.params.name)));
});

// advise: parallelism compute
export async function packsEach(paths: string[]) {
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8');
      return pbkdf2Sync(text, 'salt', 600_000, 32, 'sha256');
    }),
  );
}

// advise: both compute
export async function packsInTurn(paths: string[]) {
  const packed = [];
  for (const path of paths) packed.push(pbkdf2Sync(readFileSync(path), 'salt', 600_000, 32, 'sha256'));
  return packed;
}
