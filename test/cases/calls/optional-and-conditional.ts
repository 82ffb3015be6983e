import fs, { readFileSync, readSync } from 'node:fs';

export async function optional(file?: string, compress = false) {
  fs?.readFileSync?.(file!); // expect: blocking-io node:fs.readFileSync
  fs.promises?.readFile?.(file!);
  (compress ? readSync : readFileSync)(0 as never, null as never); // expect: blocking-io
  const load = compress ? fs.promises.readFile : fs.readFileSync;
  load(file!); // expect: blocking-io node:fs.readFileSync
  return (fs as any)!.statSync(file!); // expect: blocking-io node:fs.statSync
}
