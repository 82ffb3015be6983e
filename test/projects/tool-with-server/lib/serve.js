import express from 'express';
import { Pages } from './pages.js';

export async function serve() {
  const app = express();
  app.get('/', (request, response) => response.send(globalThis.pages.title(Pages)));
  app.listen(3000);
}
