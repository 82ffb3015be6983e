import Fastify from 'fastify';
import Koa from 'koa';
import { Hono } from 'hono';
import type { APIGatewayProxyEvent } from 'aws-lambda';

const NAME = /^(\w+\s?)*$/;

Fastify().get('/a', async (request) => NAME.test(request.query.name)); // expect: slow-regex@error

new Koa().use(async (ctx) => {
  ctx.body = NAME.test(ctx.query.name); // expect: slow-regex@error
  ctx.body = NAME.test(ctx.request.body.name); // expect: slow-regex@error
  ctx.body = NAME.test(ctx.state.user.name); // ok: what the program keeps
});

new Hono().post('/b', async (c) => {
  const { name } = await c.req.json();
  return c.text(String(NAME.test(name))); // expect: slow-regex@error
});

export const handler = async (event: APIGatewayProxyEvent) => {
  const body = JSON.parse(event.body ?? '{}');
  return { statusCode: NAME.test(body.name) ? 200 : 400 }; // expect: slow-regex
};
