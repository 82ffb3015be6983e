import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';

export async function load(file) {
  return new Promise((resolve, reject) => {
    try {
      resolve(readFileSync(file, 'utf8')); // expect: blocking-io node:fs.readFileSync
    } catch (error) {
      reject(error);
    }
  });
}

// A promise does not make it asynchronous: whoever calls this on the loop, blocks.
function fakeAsync(command) {
  return new Promise((resolve) => resolve(execSync(command)));
}

export async function user() {
  const out = await fakeAsync('uptime'); // expect: blocking-io node:child_process.execSync
  return out;
}
