import fs from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Middleware } from 'koa';
import type { APIGatewayEvent, Handler, SQSHandler } from 'aws-lambda';
import type { GetServerSideProps, NextApiRequest, NextApiResponse } from 'next';
import type { LoaderFunction } from '@remix-run/node';
import type { Context, MiddlewareHandler } from 'hono';
import type { Processor } from 'bullmq';

export const list: RequestHandler = (req, res) => {
  res.send(fs.readFileSync('list')); // expect: blocking-io
};

export const failed: ErrorRequestHandler = (error, req, res, next) => {
  fs.appendFileSync('log', String(error)); // expect: blocking-io
  next(error);
};

export const show: express.RequestHandler<{ id: string }> = (req, res) => {
  res.send(fs.readFileSync(req.params.id)); // expect: blocking-io
};

export const controller = {
  index: ((req, res) => {
    res.send(fs.readFileSync('index')); // expect: blocking-io
  }) satisfies RequestHandler,
};

export class Users {
  readonly all: RequestHandler = (req, res) => {
    res.send(fs.readFileSync('users')); // expect: blocking-io
  };

  one(req: Request, res: Response): void {
    res.send(fs.readFileSync('user')); // expect: blocking-io
  }
}

/** What it returns is a handler; it is none itself. */
export function allow(role: string): RequestHandler {
  const roles = fs.readFileSync('roles', 'utf8'); // ok: called while routes are set up
  return (req, res, next) => {
    fs.accessSync(role); // expect: blocking-io
    next(roles);
  };
}

export function checked(req: Request, res: Response, next: NextFunction) {
  send(res, 'checked'); // expect: blocking-io
  next();
}

/** It is a part of the handler that calls it. */
function send(res: Response, name: string) {
  res.send(fs.readFileSync(name));
}

export const plugin: FastifyPluginAsync = async (app) => {
  app.get('/', (request, reply) => {
    reply.send(fs.readFileSync('x')); // expect: blocking-io
  });
};

export function answer(request: FastifyRequest, reply: FastifyReply) {
  reply.send(fs.readFileSync('x')); // expect: blocking-io
}

export const timed: Middleware = (ctx, next) => {
  fs.appendFileSync('times', ctx.path); // expect: blocking-io
  return next();
};

export const main: Handler<APIGatewayEvent> = (event, context, callback) => {
  callback(null, fs.readFileSync('x', 'utf8')); // expect: blocking-io
};

export const consume: SQSHandler = (event) => {
  fs.writeFileSync('x', JSON.stringify(event)); // expect: blocking-io
};

export const getProps: GetServerSideProps = () => ({ props: { text: fs.readFileSync('x', 'utf8') } }); // expect: blocking-io

export function api(req: NextApiRequest, res: NextApiResponse) {
  res.send(fs.readFileSync('x')); // expect: blocking-io
}

export const load: LoaderFunction = () => fs.readFileSync('x', 'utf8'); // expect: blocking-io

export const guard: MiddlewareHandler = (c, next) => {
  fs.accessSync('x'); // expect: blocking-io
  return next();
};

export const page = (c: Context) => c.text(fs.readFileSync('x', 'utf8')); // expect: blocking-io

export const work: Processor = (job) => Promise.resolve(fs.readFileSync(job.name)); // expect: blocking-io

export const listener: RequestListener = (req, res) => void res.end(fs.readFileSync('x')); // expect: blocking-io

export function raw(req: unknown, res: ServerResponse) {
  res.end(fs.readFileSync('x')); // expect: blocking-io
}
