import express from 'express';
import { Plugins } from './plugins.ts';

/** Whoever loads this by a computed name starts it. */
export class Server {
  readonly app = express();
  readonly plugins = new Plugins();

  async start(): Promise<void> {
    await this.plugins.load();
    this.app.get('/plugins', async (_req, res) => {
      res.json(await this.plugins.list()); // told in list
    });
    this.app.listen(3000);
  }
}
