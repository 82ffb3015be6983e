import Child from './child';
import { Grandchild } from './grandchild';
import type { Base } from './base';

export async function use(base: Base, child: Child) {
  child.list(); // expect: blocking-io node:fs.readdirSync
  Child.create('x'); // expect: blocking-io node:fs.mkdirSync
  new Grandchild('dir').list(); // expect: blocking-io node:fs.readdirSync
  base.hook();
}

export class Holder {
  constructor(private readonly child: Child) {}

  async go() {
    return this.child.list(); // expect: blocking-io node:fs.readdirSync
  }
}
