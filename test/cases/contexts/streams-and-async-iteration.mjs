import fs from 'node:fs';
import readline from 'node:readline/promises';
import { on } from 'node:events';

export async function copyLines(input, output) {
  for await (const line of readline.createInterface({ input })) {
    fs.appendFileSync(output, line + '\n'); // expect: blocking-io node:fs.appendFileSync
  }
}

export async function follow(emitter) {
  for await (const [event] of on(emitter, 'event')) fs.writeFileSync('last', event); // expect: blocking-io node:fs.writeFileSync
}

export async function all(files) {
  return Promise.all(
    files.map(async (file) => {
      const { size } = fs.statSync(file); // expect: blocking-io node:fs.statSync
      return size;
    }),
  );
}
