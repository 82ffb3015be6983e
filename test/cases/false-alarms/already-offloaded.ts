// What the fix produces must not be reported again (kotlinx.coroutines#1503, console#516, ruff#23425).
import Piscina from 'piscina';
import { Worker } from 'node:worker_threads';
import workerpool from 'workerpool';
import { scryptSync } from 'node:crypto';

const pool = workerpool.pool();
const piscina = new Piscina({ filename: './worker.js' });

export async function derive(password: string) {
  const a = await pool.exec((p: string) => require('node:crypto').scryptSync(p, 'salt', 64), [password]);
  const b = await pool.exec(scrypt, [password]);
  const c = await piscina.run(password, { name: 'scrypt' });
  new Worker(`require('node:fs').readFileSync('/dev/random')`, { eval: true });
  return [a, b, c];
}

function scrypt(password: string) {
  return scryptSync(password, 'salt', 64);
}
