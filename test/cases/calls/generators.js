import { readdirSync, readFileSync, openSync, readSync, closeSync } from 'node:fs';

function* walk(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* walk(`${dir}/${entry.name}`);
    else yield `${dir}/${entry.name}`;
  }
}

export async function count(dir) {
  let n = 0;
  for (const file of walk(dir)) n++; // expect: blocking-io node:fs.readdirSync
  return n;
}

export async function* chunks(file) {
  const fd = openSync(file, 'r'); // expect: blocking-io node:fs.openSync
  const buffer = Buffer.alloc(65536);
  try {
    for (let n; (n = readSync(fd, buffer)) > 0; ) yield buffer.subarray(0, n); // expect: blocking-io node:fs.readSync
  } finally {
    closeSync(fd); // expect: blocking-io node:fs.closeSync
  }
}

export const source = {
  async *[Symbol.asyncIterator]() {
    yield readFileSync('part-1'); // expect: blocking-io node:fs.readFileSync
  },
};
