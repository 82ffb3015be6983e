import { scryptSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

const routes: Record<string, (value: string) => unknown> = {
  '/known': (value) => existsSync(value),
  '/hash': (value) => scryptSync(value, 'salt', 64).toString('hex'),
};

createServer((request, response) => {
  const route = routes[String(request.url)];
  response.end(String(route?.(String(request.headers.host)))); // expect: heavy-call node:crypto.scryptSync
}).listen(8080);
