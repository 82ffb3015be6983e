import express, { Router, type Express, type Request, type Response, type RequestHandler } from 'express';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

export const routes = Router();

routes.get('/version', (_req: Request, res: Response) => {
  res.send(execFileSync('git', ['describe']).toString()); // expect: blocking-io node:child_process.execFileSync
});

const showLog: RequestHandler = (_req, res) => {
  res.type('text').send(readFileSync('app.log')); // expect: blocking-io node:fs.readFileSync
};

export function configure(app: Express) {
  app.disable('x-powered-by');
  app.get('/log', showLog);
  app.set('banner', readFileSync('banner.txt', 'utf8')); // ok: start-up, and it is no handler
  app.all('/health', (_req, res) => void res.send('ok'));
}

class HealthController {
  check = (_req: Request, res: Response): void => {
    res.json({ load: readFileSync('/proc/loadavg', 'utf8') }); // expect: blocking-io node:fs.readFileSync
  };

  dump(_req: Request, res: Response) {
    res.send(this.read()); // expect: blocking-io node:fs.readFileSync
  }

  private read() {
    return readFileSync('/proc/meminfo', 'utf8');
  }
}

const health = new HealthController();
const server = express();
configure(server);
server.get('/load', health.check);
server.get('/memory', health.dump.bind(health));
server.use('/v', routes).listen(8080);
