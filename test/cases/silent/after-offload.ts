import { Worker, workerData, isMainThread } from 'node:worker_threads';
import Piscina from 'piscina';
import workerpool from 'workerpool';
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fork, execFile } from 'node:child_process';

const pool = workerpool.pool();
const piscina = new Piscina({ filename: new URL('./hash.js', import.meta.url).href });

function derive(password: string) {
  return pbkdf2Sync(password, 'salt', 600_000, 64, 'sha512');
}

// ok: the pool serialises the function and runs it on another thread
export const hash = async (password: string) => pool.exec(derive, [password]);

export const hash2 = async (password: string) => piscina.run({ password });

export async function hash3(password: string) {
  return new Promise((resolve) => new Worker('./hash.js', { workerData: password }).once('message', resolve));
}

export async function hash4() {
  fork('./hash.js').on('exit', () => {});
  execFile('openssl', ['passwd'], () => {});
}

export async function inWorkerOnly() {
  if (!isMainThread) return readFileSync(workerData.file); // ok: this branch is a worker's
  return pool.exec(derive, ['x']);
}
