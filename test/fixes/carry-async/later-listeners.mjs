import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (chunk) => parts.push(chunk));
  request.on('end', () => {
    response.end(readFileSync(request.url));
  });
});

export function log(name, write) {
  let opened = '';
  const stream = createReadStream(name);
  stream.on('open', () => {
    opened = name;
    write(readFileSync(name, 'utf8'));
  });
  stream.on('close', () => write(opened));
}
