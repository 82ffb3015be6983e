import fs from 'node:fs';
import zlib, { brotliCompressSync } from 'node:zlib';

const rd = fs.readFileSync;
const readAgain = rd;
const squeeze = brotliCompressSync;
const io = fs;
const { rd2 = rd } = { rd2: fs.readFileSync };

export async function aliases(p: string) {
  const local = io.statSync;
  const a = readAgain(p); // expect: blocking-io node:fs.readFileSync
  const b = local(p).size; // expect: blocking-io node:fs.statSync
  const c = squeeze(a); // expect: heavy-call node:zlib.brotliCompressSync
  const d = rd2(p); // expect: blocking-io node:fs.readFileSync
  const { inflateSync: inflate } = zlib;
  return [b, inflate(c), d]; // expect: heavy-call node:zlib.inflateSync
}
