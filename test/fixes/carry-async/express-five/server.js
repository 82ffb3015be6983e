import express from 'express';
import { readFileSync } from 'node:fs';

const app = express();

app.get('/', (request, response) => {
  response.send(readFileSync('index.html', 'utf8'));
});

app.use((request, response, next) => {
  response.locals.banner = readFileSync('banner.txt', 'utf8');
  next();
});

app.listen(3000);
