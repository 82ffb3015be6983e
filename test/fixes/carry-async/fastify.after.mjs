import Fastify from 'fastify';
import { readFile } from 'node:fs/promises';

const app = Fastify();

app.get('/page', async (request, reply) => {
  reply.type('text/html').send(await readFile('page.html', 'utf8'));
});
