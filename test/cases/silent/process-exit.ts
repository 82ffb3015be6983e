import fs from 'node:fs';
import { spawnSync } from 'node:child_process';

process.on('exit', () => {
  fs.rmSync('pid', { force: true }); // ok: nothing waits any more, and nothing else is possible here
});

process.once('exit', cleanUp);

function cleanUp() {
  spawnSync('docker', ['stop', 'db']);
}

process.on('uncaughtException', (error) => {
  fs.writeFileSync('crash.log', String(error.stack)); // ok: the process ends right after it
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    cleanUp(); // ok: the process ends right after it
    process.exit(0);
  });
}

export async function fatal(error: Error) {
  console.error(error);
  fs.appendFileSync('fatal.log', error.message); // ok: the process ends right after it
  process.exit(1);
}
