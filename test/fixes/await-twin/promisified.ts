import { randomBytes, scryptSync, pbkdf2Sync } from 'node:crypto';
import * as zlib from 'node:zlib';
import { gunzipSync } from 'node:zlib';

export async function run() {
  const packed = zlib.gzipSync('some text');
  const text = gunzipSync(packed).toString();
  const key = scryptSync('secret', 'salt', 32).toString('hex');
  const other = pbkdf2Sync('secret', 'salt', 1000, 32, 'sha512').toString('hex');
  return { text, key, other, size: randomBytes(4).length };
}
