// Runs on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';

// advise: neither reached
function crunch(path: string) {
  return pbkdf2Sync(readFileSync(path), 'salt', 600_000, 32, 'sha256');
}

parentPort?.postMessage(crunch(workerData as string));
