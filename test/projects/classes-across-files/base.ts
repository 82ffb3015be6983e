import fs from 'node:fs';

export abstract class Base {
  protected readAll(dir: string) {
    return fs.readdirSync(dir);
  }

  static create(dir: string) {
    fs.mkdirSync(dir);
  }

  hook() {}
}
