import fs from 'node:fs';

const OP = 'rmSync';
const ops = { read: 'readFileSync' };

export async function bracket(path, method) {
  fs['readFileSync'](path); // expect: blocking-io node:fs.readFileSync
  fs[`statSync`](path); // expect: blocking-io node:fs.statSync
  fs[OP](path); // expect: blocking-io node:fs.rmSync
  fs[method](path); // ok: any method, perhaps an asynchronous one
  fs[ops.read](path); // ok: what a table holds by then, nobody knows
  fs['promises']['readFile'](path);
}
