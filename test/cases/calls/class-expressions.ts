import { readFileSync } from 'node:fs';

const Reader = class Inner {
  read(path: string) {
    return readFileSync(path);
  }
};

type Ctor = new (...args: any[]) => {};
function Cached<T extends Ctor>(Base: T) {
  return class extends Base {
    cached(path: string) {
      return readFileSync(path);
    }
  };
}

class Plain {}
const CachedPlain = Cached(Plain);

export async function use() {
  new Reader().read('a'); // expect: blocking-io node:fs.readFileSync
  return new CachedPlain().cached('b'); // expect: blocking-io node:fs.readFileSync
}
