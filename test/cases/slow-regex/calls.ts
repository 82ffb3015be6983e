import http from 'node:http';
import { Router, type Request, type Response } from 'express';

const MAIL = /^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/;
const patterns = { name: /^(\w+\s?)*$/, id: /^[a-f0-9]{24}$/ };

function isMail(text: string): boolean {
  return MAIL.test(text);
}

function check(body: { mail: string }): boolean {
  return isMail(body.mail);
}

class Form {
  static readonly SLUG = /^(?:[a-z]+-?)+$/;
  private readonly title: string;

  constructor(fields: { title: string }) {
    this.title = fields.title;
  }

  isValid(): boolean {
    return Form.SLUG.test(this.title);
  }
}

export const router = Router();

router.post('/check', (req: Request, res: Response) => {
  res.send(check(req.body)); // expect: slow-regex@error
});

router.post('/form', (req, res) => {
  res.send(new Form(req.body).isValid()); // expect: slow-regex
});

router.post('/name', (req, res) => {
  res.send(patterns.name.test(req.body.name)); // expect: slow-regex@error
  res.send(patterns.id.test(req.body.id)); // ok: bounded
});

export function annotated(request: Request): boolean {
  return patterns.name.test(request.body.name); // ok: nobody is known to call it on the loop
}

export async function onLoop(request: Request): Promise<boolean> {
  return patterns.name.test(request.body.name); // expect: slow-regex
}

export async function unknown(text: string): Promise<boolean> {
  return patterns.name.test(text); // ok: the caller decides
}

http
  .createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const query = url.searchParams.get('q') ?? '';
    response.end(query.replace(/^\s+|\s+$/g, '')); // expect: slow-regex
    response.end(tidy(request.url ?? '/')); // expect: slow-regex@warning
  })
  .listen(8080);

function tidy(path: string): string {
  return path.replace(/\/+$/, '');
}

// A branch that a call cannot take, because it leaves an argument out.
function page(path: string, isTidy?: boolean) {
  return isTidy && tidy(path);
}

http.createServer((request, response) => {
  response.end(String(page(request.url ?? '/'))); // ok
});

http.createServer((request, response) => {
  response.end(String(page(request.url ?? '/', true))); // expect: slow-regex
});
