import { readFileSync } from 'node:fs';
import { gzipSync, constants } from 'node:zlib';
import { createHash, pbkdf2Sync as derive } from 'node:crypto';

export async function* chunks(names) {
  for (const name of names) yield gzipSync(readFileSync(name), { level: constants.Z_BEST_SPEED });
}
export async function hash(p) {
  const k = derive(p, 's', 1e6, 64, 'sha512') // trailing
    .toString('hex');
  return createHash('sha1').update(readFileSync(/* which */ p)).update(k).digest();
}
export async function nested(p) {
  return readFileSync(readFileSync(p, 'utf8').trim(), readFileSync('enc', 'utf8')).toString();
}
export async function parens(p) {
  const a = (readFileSync(p));
  const b = (readFileSync(p)).length;
  const c = (0, readFileSync)(p);
  const d = readFileSync(p), e = d;
  const g = new Map([[p, readFileSync(p)]]), h = new (class { x = 1 })();
  delete g[readFileSync(p)]; void readFileSync(p); typeof readFileSync(p);
  return (a && b) || (d, e, readFileSync(p), c, g, h);
}
