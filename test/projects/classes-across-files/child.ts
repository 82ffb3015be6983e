import { Base } from './base';

export default class Child extends Base {
  constructor(private readonly dir: string) {
    super();
  }

  list() {
    return super.readAll(this.dir);
  }

  async all() {
    this.hook();
    return this.readAll(this.dir); // expect: blocking-io node:fs.readdirSync
  }
}
