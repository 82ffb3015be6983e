import express from 'express';
import { readFileSync } from 'node:fs';

const app = express();

function page(name) {
  return readFileSync(name, 'utf8');
}

app.get('/', (request, response) => {
  response.send(page('index.html'));
});

setInterval(() => {
  console.log(page('log'));
}, 1000);

app.listen(80);
