import fs from 'node:fs';

namespace Files {
  export function read(path: string) {
    return fs.readFileSync(path);
  }
  export namespace Deep {
    export const remove = (path: string) => fs.rmSync(path);
  }
}

enum Mode { Read = 1, Size = Mode.Read << 2 }

declare function external(path: string): string;

abstract class Base {
  abstract load(path: string): Buffer;
  overload(path: string): void;
  overload(path: number): void;
  overload(path: unknown) {
    fs.accessSync(String(path));
  }
}

class Impl extends Base {
  load(path: string) {
    return fs.readFileSync(path)!;
  }
}

export async function all(path: string, mode: Mode, base: Impl) {
  Files.read(path); // expect: blocking-io node:fs.readFileSync
  Files.Deep.remove(path); // expect: blocking-io node:fs.rmSync
  external(path);
  (fs satisfies typeof fs).statSync(path); // expect: blocking-io node:fs.statSync
  (<typeof fs>fs).lstatSync(path); // expect: blocking-io node:fs.lstatSync
  base.overload(mode); // expect: blocking-io node:fs.accessSync
  base.load(path); // expect: blocking-io node:fs.readFileSync
  return fs.readFileSync(path as string) as Buffer<ArrayBuffer>; // expect: blocking-io node:fs.readFileSync
}
