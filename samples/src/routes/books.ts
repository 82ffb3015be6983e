import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Router } from 'express';
import { settings } from '../config.ts';
import { journal } from '../lib/journal.ts';
import { bookRepository } from '../repositories/books.ts';
import { coverOf, thumbnailOf } from '../services/covers.ts';
import { receiptFor } from '../services/receipts.ts';

export const books = Router();

// The plain case: a request handler that reads a file synchronously. While the disk works, no other request is
// answered, not even one that needs no file.
books.get('/rules', (request, response) => {
  response.type('text').send(readFileSync('data/house-rules.txt', 'utf8'));
});

// The same with the asynchronous twin: the thread serves others until the file is there.
books.get('/opening-hours', async (request, response) => {
  response.type('text').send(await readFile('data/opening-hours.txt', 'utf8'));
});

// Nothing in this file says that the cover is read synchronously: the call is two files away.
books.get('/:isbn/cover', (request, response) => {
  response.type('png').send(coverOf(request.params.isbn));
});

books.get('/:isbn/thumbnail', async (request, response) => {
  response.type('png').send(await thumbnailOf(request.params.isbn));
});

// A query through a repository object: the database call hides behind a method and a field.
books.get('/', (request, response) => {
  response.json(bookRepository.search(String(request.query['q'] ?? '')));
});

books.post('/:isbn/loans', (request, response) => {
  const book = bookRepository.find(request.params.isbn);
  if (!book) {
    response.sendStatus(404);
    return;
  }
  const due = new Date(Date.now() + settings.loanDays * 86_400_000);
  journal.add(`${new Date().toISOString()} ${request.body.member} ${book.isbn}`);
  response.send(receiptFor(request.body.member, book, due));
});

books.get('/journal', (request, response) => {
  response.json(journal.flushSync());
});
