import { randomBytes, scrypt, pbkdf2 } from 'node:crypto';
import * as zlib from 'node:zlib';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';

const gzipAsync = promisify(zlib.gzip);
const gunzipAsync = promisify(gunzip);
const scryptAsync = promisify(scrypt);
const pbkdf2Async = promisify(pbkdf2);

export async function run() {
  const packed = await gzipAsync('some text');
  const text = (await gunzipAsync(packed)).toString();
  const key = ((await scryptAsync('secret', 'salt', 32)) as Buffer).toString('hex');
  const other = (await pbkdf2Async('secret', 'salt', 1000, 32, 'sha512')).toString('hex');
  return { text, key, other, size: randomBytes(4).length };
}
