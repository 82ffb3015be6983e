// What a call returns is another object (flake8-async#455).
import fs from 'node:fs';
import Database from 'better-sqlite3';
import { open } from './session.js';

export async function read() {
  open('a').readFileSync('b');
  fs.readFileSyncMaybe?.('c');
  fs.createReadStream('d').readFileSync('e');
  const options = Database.defaults();
  return options.prepare('x').all();
}
