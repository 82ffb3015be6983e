import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import http from 'node:http';

function pack(file: string) {
  return gzipSync(readFileSync(file));
}

http.createServer((req, res) => {
  res.end(pack(req.url!)); // expect: blocking-io node:fs.readFileSync, heavy-call node:zlib.gzipSync
});
