import { readFileSync, accessSync } from 'node:fs';

export async function outer(paths: string[]) {
  function readable(path: string): boolean {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  }

  const inner = async (path: string) => readFileSync(path); // expect: blocking-io node:fs.readFileSync

  const neverCalled = () => readFileSync('unused'); // ok: nothing calls it

  for (const path of paths) {
    if (readable(path)) await inner(path); // expect: blocking-io node:fs.accessSync
  }
}

// ok: the returned function is called by whoever gets it
export function middleware() {
  return function (path: string) {
    return readFileSync(path);
  };
}
