import express, { Application, NextFunction, Request, Response } from 'express';
import fs from 'fs';
import path from 'path';

export default class Server {
  public app: Application;
  private readonly router = express.Router();

  constructor(private port: number) {
    this.app = express();
    this.home = this.home.bind(this);
    this.middleware();
    this.routes();
  }

  private middleware() {
    fs.mkdirSync('uploads', { recursive: true }); // ok: start-up
    this.app.use(this.logger);
  }

  private routes() {
    this.app.get('/', this.home);
    this.app.get('/files', (req, res) => this.files(req, res)); // expect: blocking-io node:fs.readdirSync
    this.router.delete('/files/:name', async (req, res) => {
      fs.unlinkSync(path.join('uploads', req.params.name)); // expect: blocking-io node:fs.unlinkSync
      res.end();
    });
    this.app.use('/api', this.router);
  }

  private logger = (req: Request, _res: Response, next: NextFunction) => {
    fs.appendFileSync('access.log', req.url); // expect: blocking-io node:fs.appendFileSync
    next();
  };

  home(_req: Request, res: Response) {
    res.send(fs.readFileSync('home.html')); // expect: blocking-io node:fs.readFileSync
  }

  files(_req: Request, res: Response) {
    res.json(fs.readdirSync('uploads'));
  }

  listen() {
    this.app.listen(this.port, () => {
      console.log(`listening on ${this.port}, ${fs.readFileSync('VERSION')}`); // ok: once, when the server has started
    });
  }
}

new Server(3000).listen();
