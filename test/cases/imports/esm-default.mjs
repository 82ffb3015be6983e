import fs from 'node:fs';
import childProcess, { spawnSync } from 'child_process';
import { default as zip } from 'node:zlib';

export default async function pack(file) {
  const { stdout } = spawnSync('tar', ['-c', file]); // expect: blocking-io node:child_process.spawnSync
  childProcess.execFileSync('sync'); // expect: blocking-io node:child_process.execFileSync
  const small = zip.gzipSync(stdout); // expect: heavy-call node:zlib.gzipSync
  fs.writeFileSync(`${file}.tgz`, small); // expect: blocking-io node:fs.writeFileSync
}
