import Fastify from 'fastify';
import Koa from 'koa';
import { readFileSync } from 'node:fs';
import { stat, readFile } from 'node:fs/promises';

const fastify = Fastify();

fastify.addHook('onRequest', (request, reply, done) => { // refused: callback and promise
  request.keys = readFileSync('keys.txt', 'utf8').split('\n');
  done();
});

fastify.get('/size', async (request, reply) => {
  reply.send((await stat('data')).size);
});

const app = new Koa();

app.use(async (ctx, next) => {
  if (ctx.path !== '/config') return next();
  ctx.body = JSON.parse(await readFile('config.json', 'utf8'));
});

export { app, fastify };
