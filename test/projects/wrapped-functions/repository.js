import { readdirSync, readFileSync, statSync } from 'node:fs';
import { timed } from './wrap.js';

class Store {
  stat = timed((name) => statSync(name).size);
  static all = timed(() => readdirSync('.'));
}

export class Repository extends Store {
  #read = timed((name) => readFileSync(name, 'utf8'));

  constructor() {
    super();
    this.get = timed((name) => readFileSync(name, 'utf8'));
    this.title = timed((name) => name.toUpperCase());
  }

  find(name) {
    return this.#read(name);
  }

  size(name) {
    return this.stat(name);
  }
}
