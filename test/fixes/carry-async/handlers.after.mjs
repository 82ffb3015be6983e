import express from 'express';
import { readFile } from 'node:fs/promises';

const app = express();

async function page(name) {
  return await readFile(name, 'utf8');
}

app.get('/', async (request, response) => {
  response.send(await page('index.html'));
});

setInterval(async () => {
  console.log(await page('log'));
}, 1000);

app.listen(80);
