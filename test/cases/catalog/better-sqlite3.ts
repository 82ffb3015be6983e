import Database, { type Database as Db } from 'better-sqlite3';
import express from 'express';

const db = new Database('app.db');
db.pragma('journal_mode = WAL'); // ok: start-up

const byId = db.prepare('SELECT * FROM users WHERE id = ?');
const insert = db.prepare('INSERT INTO users VALUES (?)');
const insertMany = db.transaction((names: string[]) => {
  for (const name of names) insert.run(name); // ok: said where the transaction is started
});

const app = express();

app.get('/users', (_req, res) => {
  res.json(db.prepare('SELECT * FROM users').all()); // expect: blocking-io better-sqlite3().prepare().all
});

app.get('/users/:id', (req, res) => {
  res.json(byId.get(req.params.id)); // expect: blocking-io better-sqlite3().prepare().get
});

app.post('/users', (req, res) => {
  insertMany(req.body); // expect: blocking-io better-sqlite3().transaction()
  res.sendStatus(201);
});

export class Users {
  private readonly db: Db;
  private readonly all;

  constructor(file: string) {
    this.db = new Database(file);
    this.all = this.db.prepare('SELECT * FROM users').pluck();
  }

  async list() {
    return this.all.all(); // expect: blocking-io better-sqlite3().prepare().all
  }

  async migrate() {
    this.db.exec('CREATE TABLE x (y)'); // expect: blocking-io better-sqlite3().exec
  }
}

export async function count(handle: Database.Database) {
  return handle.prepare('SELECT count(*) FROM users').get(); // expect: blocking-io better-sqlite3().prepare().get
}
