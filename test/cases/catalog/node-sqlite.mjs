import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE data(key INTEGER PRIMARY KEY, value TEXT)');

const insert = database.prepare('INSERT INTO data (key, value) VALUES (?, ?)');

export async function put(key, value) {
  insert.run(key, value); // expect: blocking-io node:sqlite.DatabaseSync().prepare().run
  return database.prepare('SELECT * FROM data').all(); // expect: blocking-io node:sqlite.DatabaseSync().prepare().all
}
