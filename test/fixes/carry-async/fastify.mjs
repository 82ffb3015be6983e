import Fastify from 'fastify';
import { readFileSync } from 'node:fs';

const app = Fastify();

app.get('/page', (request, reply) => {
  reply.type('text/html').send(readFileSync('page.html', 'utf8'));
});
