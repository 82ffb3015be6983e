import { parentPort } from 'node:worker_threads';
import { pbkdf2Sync } from 'node:crypto';

export default function derive({ password }) {
  return pbkdf2Sync(password, 'salt', 600_000, 32, 'sha512');
}

parentPort?.on('message', (message) => parentPort.postMessage(derive(message)));
