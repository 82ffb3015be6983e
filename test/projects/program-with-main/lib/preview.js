import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// Programs serve others, too.
export function preview() {
  createServer((request, response) => response.end(readFileSync('index.html'))).listen(4000); // expect: blocking-io@warning
}
