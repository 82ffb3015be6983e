import express from 'express';
import { readFile } from 'node:fs/promises';

const app = express();

app.get('/', async (request, response) => {
  response.send(await readFile('index.html', 'utf8'));
});

app.use(async (request, response, next) => {
  response.locals.banner = await readFile('banner.txt', 'utf8');
  next();
});

app.listen(3000);
