import { gzip, constants } from 'node:zlib';
import { createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';

const gzipAsync = promisify(gzip);
const pbkdf2Async = promisify(pbkdf2);

export async function* chunks(names) {
  for (const name of names) yield await gzipAsync(await readFile(name), { level: constants.Z_BEST_SPEED });
}
export async function hash(p) {
  const k = (await pbkdf2Async(p, 's', 1e6, 64, 'sha512')) // trailing
    .toString('hex');
  return createHash('sha1').update(await readFile(/* which */ p)).update(k).digest();
}
export async function nested(p) {
  return (await readFile((await readFile(p, 'utf8')).trim(), await readFile('enc', 'utf8'))).toString();
}
export async function parens(p) {
  const a = (await readFile(p));
  const b = (await readFile(p)).length;
  const c = await (0, readFile)(p);
  const d = await readFile(p), e = d;
  const g = new Map([[p, await readFile(p)]]), h = new (class { x = 1 })();
  delete g[await readFile(p)]; void (await readFile(p)); typeof (await readFile(p));
  return (a && b) || (d, e, await readFile(p), c, g, h);
}
