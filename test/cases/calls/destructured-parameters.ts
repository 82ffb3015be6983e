import * as nodeFs from 'node:fs';

interface Options {
  fs?: typeof nodeFs;
}

// The default decides when nobody passes another file system; the annotation alone does not.
export async function find(pattern: string, { fs = nodeFs }: Options = {}) {
  return fs.readdirSync('.').filter((name) => name.includes(pattern)); // expect: blocking-io node:fs.readdirSync
}

function size([first]: string[], { stat }: { stat: (p: string) => number }) {
  return stat(first!);
}

export async function total(paths: string[]) {
  return size(paths, { stat: (p) => nodeFs.statSync(p).size }); // expect: blocking-io node:fs.statSync
}
