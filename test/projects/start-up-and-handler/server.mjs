import http from 'node:http';
import { loadConfig, warmUp } from './config.mjs';

const config = loadConfig('config.json'); // ok: start-up
await warmUp();

http.createServer((request, response) => {
  if (request.url === '/reload') loadConfig('config.json'); // expect: blocking-io@warning node:fs.readFileSync
  response.end();
}).listen(config.port);
