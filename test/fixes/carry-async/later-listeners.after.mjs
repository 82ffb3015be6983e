import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

export const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (chunk) => parts.push(chunk));
  request.on('end', async () => {
    response.end(await readFile(request.url));
  });
});

export function log(name, write) {
  let opened = '';
  const stream = createReadStream(name);
  stream.on('open', async () => {
    opened = name;
    write(await readFile(name, 'utf8'));
  });
  stream.on('close', () => write(opened));
}
