import { pbkdf2, randomFillSync, scrypt } from 'node:crypto';
import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const pbkdf2Async = promisify(pbkdf2);
const scryptAsync = promisify(scrypt);
const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

export async function run() {
  const key = (await pbkdf2Async('word', 'salt', 100_000, 16, 'sha256')).toString('hex');
  const other = (await scryptAsync('word', 'salt', 16)).toString('hex');
  const packed = await gzipAsync(key + other);
  return [key, other, (await gunzipAsync(packed)).toString(), randomFillSync(Buffer.alloc(2)).length];
}
