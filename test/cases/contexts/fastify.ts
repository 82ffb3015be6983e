import Fastify, { type FastifyInstance } from 'fastify';
import { readFileSync, statSync, writeFileSync } from 'node:fs';

const fastify = Fastify({ logger: true });

fastify.addHook('onRequest', (request, reply, done) => {
  writeFileSync('last-request', request.url); // expect: blocking-io node:fs.writeFileSync
  done();
});

fastify.get('/', (request, reply) => {
  reply.send(readFileSync('index.html')); // expect: blocking-io node:fs.readFileSync
});

fastify.get('/typed', { schema: {} }, async () => ({ size: statSync('db').size })); // expect: blocking-io node:fs.statSync

fastify.route({
  method: 'POST',
  url: '/upload',
  preHandler: (request, reply, done) => done(),
  handler(request, reply) {
    writeFileSync('upload', request.body as string); // expect: blocking-io node:fs.writeFileSync
    reply.send({ ok: true });
  },
});

fastify.setErrorHandler((error, request, reply) => {
  reply.status(500).send(readFileSync('500.html')); // expect: blocking-io node:fs.readFileSync
});

fastify.register(async (instance) => {
  const schema = JSON.parse(readFileSync('schema.json', 'utf8')); // ok: plugins load before the server listens
  instance.addSchema(schema);
  instance.get('/nested', () => readFileSync('nested.html')); // expect: blocking-io node:fs.readFileSync
});

export function register(app: FastifyInstance) {
  app.post('/annotated', async () => readFileSync('x')); // expect: blocking-io node:fs.readFileSync
}

await fastify.listen({ port: 3000 });
