import fs from 'node:fs';

const KEY = 'read';
const files = {
  [KEY](path) {
    return fs.readFileSync(path);
  },
  ['write']: (path, text) => fs.writeFileSync(path, text),
};

export async function use(path) {
  files.read(path); // expect: blocking-io node:fs.readFileSync
  files['write'](path, ''); // expect: blocking-io node:fs.writeFileSync
  files[path](path); // expect: blocking-io@information
  for (const name of Object.keys(files)) files[name](path); // expect: blocking-io@information
}

export const lazy = new Proxy({}, { get: (_, name) => fs.readFileSync(name) });
export const read = async () => lazy.anything;
