import { execSync } from 'node:child_process';

export async function build() {
  execSync('make'); // ok: main.js runs this file in a process of its own
}
await build();
