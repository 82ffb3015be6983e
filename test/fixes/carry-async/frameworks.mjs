import Fastify from 'fastify';
import Koa from 'koa';
import { readFileSync, statSync } from 'node:fs';

const fastify = Fastify();

fastify.addHook('onRequest', (request, reply, done) => { // refused: callback and promise
  request.keys = readFileSync('keys.txt', 'utf8').split('\n');
  done();
});

fastify.get('/size', (request, reply) => {
  reply.send(statSync('data').size);
});

const app = new Koa();

app.use((ctx, next) => {
  if (ctx.path !== '/config') return next();
  ctx.body = JSON.parse(readFileSync('config.json', 'utf8'));
});

export { app, fastify };
