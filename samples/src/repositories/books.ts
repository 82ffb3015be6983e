import Database from 'better-sqlite3';
import { settings } from '../config.ts';

export interface Book {
  isbn: string;
  title: string;
  author: string;
}

// better-sqlite3 is synchronous by design: each query keeps the thread until the last row is there. For a lookup by
// key that is microseconds; for a search through a large table every other request waits.
class BookRepository {
  private readonly database = new Database(settings.database);

  // Fine: the one instance is made while the program starts.
  constructor() {
    this.database.exec('CREATE TABLE IF NOT EXISTS books (isbn TEXT PRIMARY KEY, title TEXT, author TEXT)');
  }

  search(words: string): Book[] {
    return this.database.prepare('SELECT * FROM books WHERE title LIKE ?').all(`%${words}%`) as Book[];
  }

  find(isbn: string): Book | undefined {
    return this.database.prepare('SELECT * FROM books WHERE isbn = ?').get(isbn) as Book | undefined;
  }
}

export const bookRepository = new BookRepository();
