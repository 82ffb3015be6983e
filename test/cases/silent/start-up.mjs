import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { pbkdf2Sync } from 'node:crypto';
import { execSync } from 'node:child_process';

const config = JSON.parse(readFileSync(new URL('./config.json', import.meta.url)));
const key = pbkdf2Sync(config.secret, 'salt', 600_000, 32, 'sha512');

for (const dir of config.dirs) mkdirSync(dir, { recursive: true });

if (config.git) {
  try {
    config.commit = execSync('git rev-parse HEAD');
  } catch {
    config.commit = undefined;
  }
}

function prepare(dir) {
  writeFileSync(`${dir}/.ready`, '');
}

config.dirs.forEach(prepare);

// Called by nobody but the start-up code below.
async function connect() {
  const ca = readFileSync('ca.pem');
  return { ca, key };
}

async function start() {
  prepare('.');
  const connection = await connect();
  return connection;
}

await start();
start().then((connection) => writeFileSync('pid', String(connection.key))).catch(() => process.exit(1));
