import fs from 'node:fs';

abstract class Repository<T> {
  protected abstract file(): string;

  all(): T[] {
    return JSON.parse(fs.readFileSync(this.file(), 'utf8'));
  }

  protected store(rows: T[]) {
    fs.writeFileSync(this.file(), JSON.stringify(rows));
  }
}

interface User { id: string }

export class Users extends Repository<User> {
  protected file() {
    return 'users.json';
  }

  async find(id: string) {
    return this.all().find((user) => user.id === id); // expect: blocking-io node:fs.readFileSync
  }

  override store(rows: User[]) {
    super.store(rows.filter((row) => row.id));
  }

  async add(user: User) {
    const rows = super.all(); // expect: blocking-io node:fs.readFileSync
    this.store([...rows, user]); // expect: blocking-io node:fs.writeFileSync
  }
}

/** Overrides the blocking method with one that does not block. */
export class MemoryUsers extends Users {
  private rows: User[] = [];

  override all() {
    return this.rows;
  }

  async count() {
    return this.all().length; // ok: this class's own `all`
  }
}
