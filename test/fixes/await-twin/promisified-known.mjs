import { gzip, gzipSync } from 'node:zlib';
import util from 'node:util';

const compress = util.promisify(gzip);

export async function run() {
  const first = await compress('a');
  return [first.length, gzipSync('a').length];
}
