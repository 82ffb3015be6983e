import wipeAll, { helper, direct, slurp, wipe, disk } from '.';
import * as everything from './index.js';

export async function run(path: string) {
  helper(path); // expect: blocking-io node:fs.statSync
  direct(path); // expect: blocking-io node:fs.statSync
  slurp(path); // expect: blocking-io node:fs.readFileSync
  wipe(path); // expect: blocking-io node:fs.rmSync
  wipeAll(path); // expect: blocking-io node:fs.rmSync
  disk.read(path); // expect: blocking-io node:fs.readFileSync
  disk.default(path); // expect: blocking-io node:fs.rmSync
  disk.builtinRead(path); // expect: blocking-io node:fs.readFileSync
  everything.disk.read(path); // expect: blocking-io node:fs.readFileSync
  everything.default(path); // expect: blocking-io node:fs.rmSync
}
