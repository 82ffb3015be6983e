import fs from 'node:fs';
import type { Express, RequestHandler } from 'express';

/** Types of the project that have the names of a framework's. */
type Handler = (name: string) => Buffer;
interface Request {
  readonly path: string;
}

export const handler: Handler = (name) => fs.readFileSync(name); // ok: a function like any other

export function read(request: Request): Buffer {
  return fs.readFileSync(request.path); // ok: a function like any other
}

export function setUp(app: Express): void {
  app.set('views', fs.readdirSync('views')); // ok: it sets the application up
}

/** The type is that of the result. */
export const made: () => RequestHandler = () => {
  const text = fs.readFileSync('x', 'utf8'); // ok: called while routes are set up
  return (req, res) => void res.send(text);
};

/** The types are those of values, not of what the function is. */
export function register(handlers: RequestHandler[], name: string): RequestHandler[] {
  return fs.existsSync(name) ? handlers : []; // ok: called while routes are set up
}
