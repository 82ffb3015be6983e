import { readFile } from 'node:fs/promises';
import express from 'express';

const app = express();
app.use(express.json());

// A name in the plural is a list, whose `includes` goes through all of it.
app.post('/missing', (request, response) => {
  const { wanted, existingIds } = request.body;
  const missing = wanted.filter((id: string) => !existingIds.includes(id)); // expect: heavy-loop
  response.json(missing);
});

app.post('/search', (request, response) => {
  const { words, text } = request.body;
  // ok: `text` may be a text, which is searched fast
  response.json(words.filter((word: string) => text.includes(word)));
});

app.post('/open', (request, response) => {
  const { orders, status } = request.body;
  // ok: not every name that ends in s is a plural
  response.json(orders.filter((order: { state: string }) => status.includes(order.state)));
});

export async function distinct(lines: string[]) {
  return lines.filter((line, index, all) => all.indexOf(line) === index); // expect: heavy-loop
}

export function repeated(file: string) {
  return readFile(file, 'utf8').then((text) => {
    const lines = text.split('\n');
    return lines.filter((line, index) => lines.indexOf(line) !== index); // expect: heavy-loop
  });
}

app.post('/import', (request, response) => {
  const { tables, views } = request.body;
  // ok: somebody makes these by hand
  response.json(tables.filter((table: { id: string }) => !views.some((view: { table: string }) => view.table === table.id)));
});
