import fs, { readFileSync } from 'node:fs';

export function write(fd, ...args) {
  return new Promise((resolve, reject) => {
    // miss: which argument the callback is cannot be seen
    fs.write(fd, ...args, (error, written) => (error ? reject(error) : resolve(written + readFileSync('log').length)));
  });
}

export async function read(fd, ...args) {
  readFileSync(fd, ...args); // expect: blocking-io
}
