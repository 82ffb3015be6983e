// Cheap work that merely looks like I/O (kotlinx.coroutines#1707).
import { Buffer } from 'node:buffer';
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import util from 'node:util';
import os from 'node:os';

export async function digest(body: { id: string; token: string }) {
  const id = randomUUID();
  const salt = randomBytes(16).toString('hex');
  const sum = createHash('sha256').update(body.id).update(salt).digest('hex');
  const same = timingSafeEqual(Buffer.from(body.token), Buffer.from(sum));
  const stream = Readable.from([sum]);
  const text = new StringDecoder('utf8').write(Buffer.from(JSON.stringify(body)));
  console.log(util.inspect(body), os.cpus().length, process.memoryUsage().rss, process.hrtime.bigint());
  return { id, same, stream, text, file: path.resolve('a', 'b'), clone: structuredClone(body) };
}
