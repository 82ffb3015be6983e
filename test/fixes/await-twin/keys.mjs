import { pbkdf2Sync, randomFillSync, scryptSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

export async function run() {
  const key = pbkdf2Sync('word', 'salt', 100_000, 16, 'sha256').toString('hex');
  const other = scryptSync('word', 'salt', 16).toString('hex');
  const packed = gzipSync(key + other);
  return [key, other, gunzipSync(packed).toString(), randomFillSync(Buffer.alloc(2)).length];
}
