import Database from 'better-sqlite3';
import { gzipSync } from 'node:zlib';
import express from 'express';

class InFile {
  readonly db = new Database('store.db');
  save(text: string): void {
    this.db.prepare('insert into texts values (?)').run(text);
  }
}

class InMemory {
  packed = Buffer.alloc(0);
  save(text: string): void {
    this.packed = gzipSync(text);
  }
}

const store = open();
const app = express();

app.post('/save', (request, response) => {
  store.save(request.url); // expect: blocking-io@information
  response.end();
});

app.post('/both', (request, response) => {
  both(request.url); // expect: blocking-io, heavy-call
  response.end();
});

function open() {
  if (process.argv[2]) return new InFile();
  return new InMemory();
}

function both(text: string): void {
  new InFile().save(text);
  new InMemory().save(text);
}
