import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

export async function run() {
  const fd = openSync('a', 'w+');
  const written = writeSync(fd, 'text');
  const buffer = Buffer.alloc(4);
  const read = readSync(fd, buffer, 0, 4, 0);
  const { size } = fstatSync(fd);
  closeSync(fd);
  return [written, read, buffer.toString(), size];
}

export async function whole(fd: number) {
  return readFileSync(fd, 'utf8');
}
