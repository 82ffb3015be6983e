import { close, fstat, open, readFile, read as readCallback, write } from 'node:fs';
import { promisify } from 'node:util';

const openAsync = promisify(open);
const writeAsync = promisify(write);
const readAsync = promisify(readCallback);
const fstatAsync = promisify(fstat);
const closeAsync = promisify(close);
const readFileAsync = promisify(readFile);

export async function run() {
  const fd = await openAsync('a', 'w+');
  const written = (await writeAsync(fd, 'text')).bytesWritten;
  const buffer = Buffer.alloc(4);
  const read = (await readAsync(fd, buffer, 0, 4, 0)).bytesRead;
  const { size } = await fstatAsync(fd);
  await closeAsync(fd);
  return [written, read, buffer.toString(), size];
}

export async function whole(fd: number) {
  return await readFileAsync(fd, 'utf8');
}
